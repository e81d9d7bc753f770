// The frame of every view of the second layer: a modal dialog, its heading and its answers in sight.
import type { ComponentChildren } from 'preact';
import { raiseDialog } from '../top-layer.ts';
import { Button } from './Button.tsx';

interface DialogProps {
  /** Its `part`; also tells one view from another, so that each is opened anew. */
  readonly name: string;
  readonly title: string;
  readonly close: string;
  readonly leave: () => void;
  /** Asked on the way out by Esc, or a phone's way back. */
  readonly stays?: () => boolean;
  readonly children: ComponentChildren;
}

/** Opens the dialog once; where its root has yet to come into the page, it is raised then. */
function open(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  dialog.open = true;
  raiseDialog(dialog);
}

export const Dialog = ({ name, title, close, leave, stays, children }: DialogProps) => (
  <dialog
    key={name}
    class="modal"
    part={name}
    aria-labelledby="title"
    ref={open}
    onCancel={(event) => stays?.() && event.preventDefault()}
    onClose={leave}
  >
    <div class="sheet">
      <div class="head">
        <h2 id="title" tabIndex={-1}>
          {title}
        </h2>
        <Button action="close" class="plain" label={close} />
      </div>
      {children}
    </div>
  </dialog>
);
