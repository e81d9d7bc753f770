// The edge between our controls and the page: keys and presses on them are ours, and the page neither hears nor stops them.
import { NAME } from '../../core/name.ts';

/** All but clicks, which our own controls have to hear. */
const TYPES =
  'keydown keypress keyup pointerdown pointerup mousedown mouseup touchstart touchmove touchend wheel focusin focus';

/** The innermost element on the way of an event that is such a one; whatever the fields of a form are called. */
export const whereIn = (event: Event, selector: string): Element | undefined =>
  event
    .composedPath()
    .find(
      (node): node is Element =>
        node instanceof Element && Element.prototype.matches.call(node, selector),
    );

/** Whether it happened to one of our elements, seen from the window, wherever a page has put that. */
export const isOurs = (event: Event): boolean => !!whereIn(event, `${NAME},s9-cover`);

export const edge: {
  /** Whoever judges presses hears here what nobody hears any more: all of these, whoever's they are. */
  heard?: (event: Event) => void;
  /** A script is at work that has brought the click about. */
  isMade?: boolean;
} = {};

/**
 * WebKit trusts the click that goes from a label to its control, even where a script has clicked the label (F-43).
 * What waits comes before whoever hears the click next, unless a script is still at work: nobody can feign that.
 */
export async function hearMade(): Promise<void> {
  edge.isMade = true;
  // oxlint-disable-next-line unicorn/no-unnecessary-await -- no page can put its own in the place of this wait
  await 0;
  edge.isMade = false;
}

/** On the window and before all others: there nobody has heard of it yet. What the browser does is left alone. */
export function keepEdge(): void {
  addEventListener('click', hearMade, true);
  const keep = (event: Event): void => {
    edge.heard?.(event);
    if (isOurs(event)) event.stopImmediatePropagation();
  };
  for (const type of TYPES.split(' ')) addEventListener(type, keep, true);
}
