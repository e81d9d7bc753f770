// A press on any `data-consent-open`, the page's or our own, opens that view; elements added later count too.
import { VIEWS, type View } from '../../core/ask/ask.ts';
import { own } from '../../core/own.ts';
import { isOurs, whereIn } from './edge.ts';
import { takePress } from './press.ts';

/**
 * Heard before anybody can stop it, and inside open shadow roots.
 *
 * @param open called with the attribute's value; with `preferences` when it is none of the views.
 */
export function onOpenerPress(open: (view: View) => void): void {
  addEventListener(
    'click',
    (event) => {
      const opener = whereIn(event, '[data-consent-open]');
      if (!opener) return;
      if (isOurs(event)) event.stopImmediatePropagation();
      event.preventDefault();
      // It asks to see the choices, and is none.
      takePress();
      const wanted = own(opener).getAttribute('data-consent-open');
      open(VIEWS.find((view) => view === wanted) ?? 'preferences');
    },
    true,
  );
}
