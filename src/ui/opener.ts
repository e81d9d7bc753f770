// Where the focus goes back to when the second layer is left, whichever of its views was the last.
import { focused } from './focused.ts';
import type { Kit } from './kit.ts';

let opener: HTMLElement | null = null;

/** To be called when a view is made; the result, once something else is on screen. */
export function openerFor(kit: Kit): () => void {
  const element = focused();
  // From one view to the next the way back stays the same.
  if (!element?.closest('dialog')) opener = element;
  return () => {
    const choose = kit.box.querySelector<HTMLElement>('[data-action=choose]');
    (opener?.isConnected ? opener : choose)?.focus();
  };
}
