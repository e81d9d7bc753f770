// What an element is marked with, and the address it is held back from.
import { idsIn } from '../../../core/gate/gate.ts';
import { marks } from './marks.ts';

/**
 * Whatever the page has called its own things. Asked for by the dozen, of elements that come by the thousand: a proxy
 * for each would be felt.
 */
export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** `null` where it is not held; our own mark comes first. */
function markOf(element: Element): readonly string[] | null {
  const ours = attribute(element, 'data-consent');
  if (ours !== null) return idsIn(ours);
  const theirs = marks.theirs?.(element);
  return theirs?.[0] === undefined ? null : theirs;
}

export const idsOf = (element: Element): readonly string[] => markOf(element) ?? [];

/** Whether it is held, be it for an id that nobody knows. */
export const isMarked = (element: Element): boolean => markOf(element) !== null;

/** The address it is held back from; `null` where it has none, or a script has it in `src`. */
export const addressOf = (element: Element): string | null =>
  attribute(element, marks.src(element));
