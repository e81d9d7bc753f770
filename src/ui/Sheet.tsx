// The frame of every view of the second layer: a modal dialog, its heading and its answers in sight.
import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';

interface SheetProps {
  /** Its `part`; also tells one view from another, so that each is opened anew. */
  readonly name: string;
  readonly title: string;
  readonly close: string;
  readonly leave: () => void;
  readonly children: ComponentChildren;
}

/** Opens the dialog once; focus goes to its heading, not to a button that answers. */
function raise(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
}

export const Sheet = ({ name, title, close, leave, children }: SheetProps) => (
  <dialog key={name} class="panel" part={name} aria-labelledby="title" ref={raise} onClose={leave}>
    <div class="sheet">
      <header>
        <h2 id="title" tabIndex={-1}>
          {title}
        </h2>
        <Button action="close" class="plain" label={close} />
      </header>
      {children}
    </div>
  </dialog>
);
