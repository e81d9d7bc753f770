// What of ours stands above the page's own layers, where the browser can do that.
import { own } from '../core/own.ts';

/**
 * Puts it on top of all.
 *
 * @param focus what then has the focus; without it the heading, not a button that answers.
 */
export function raiseDialog(dialog: HTMLDialogElement, focus?: HTMLElement | null): void {
  if (!dialog.isConnected) return;
  // Out of the top layer first: only what comes into it comes on top.
  dialog.replaceWith(dialog);
  dialog.open = false;
  try {
    dialog.showModal();
  } catch {
    // In a frame that is gone, say: there it is not on top.
    dialog.open = true;
  }
  (focus ?? dialog.querySelector('h2'))?.focus();
}

/**
 * It is put on top of all, but for under a modal dialog of the page: there all else is inert, and has to look so.
 */
export function raise(root: ParentNode): void {
  // A browser that cannot tell finds none.
  if (own(document).querySelector(':is(dialog:modal)')) return;
  for (const each of root.querySelectorAll<HTMLElement>('[popover]')) {
    try {
      // Only what comes into the top layer comes on top.
      each.hidePopover();
      each.showPopover();
    } catch {
      // Unknown here, or not in the page yet.
    }
  }
}

/**
 * Raises it again once something of the page stands over it: a popover, the page itself as it fills the screen.
 *
 * @param onRaised what came out from under something has only just come: no press on it was meant yet (F-45).
 */
export function keepOnTop(root: ShadowRoot, onRaised: () => void): void {
  const page = own(document);
  const up = () => {
    raise(root);
    onRaised();
  };
  // Under the page's own dialog it was not.
  page.addEventListener('close', up, true);
  page.addEventListener(
    'toggle',
    ({ target }) => {
      if (own(target as Element).matches(':is(:popover-open)')) up();
    },
    true,
  );
  // Over one element that fills the screen, a film say, nobody wants it.
  page.addEventListener('fullscreenchange', () => {
    if (page.fullscreenElement?.contains(root.host)) up();
  });
}
