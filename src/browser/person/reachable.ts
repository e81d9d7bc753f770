// Keeps our element within reach while a dialog of the page puts everything beside it out of reach.
import { own } from '../../core/own.ts';

/** What dialogs write on all that is not theirs; it is drawn over them, and would be dead there. */
const NAMES = ['inert', 'aria-hidden'];

/** A page that insists wins: neither may freeze the other. */
const MAX_TIMES = 50;

export function keepReachable(element: Element): void {
  const { hasAttribute, removeAttribute } = own(element);
  let left = MAX_TIMES;
  const observer = new MutationObserver(look);
  function look(): void {
    for (const name of NAMES) {
      if (hasAttribute(name) && left-- > 0) removeAttribute(name);
    }
  }
  observer.observe(element, { attributeFilter: NAMES });
  look();
}
