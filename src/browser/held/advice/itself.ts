// A held frame that shows the page itself: a script of the page has added to an address that was not there.
import { addressOf, attribute } from '../find/read-mark.ts';

/** One that it waits for is its author's. */
export const showsItself = (frame: Element): boolean => {
  const live = attribute(frame, 'src');
  return live?.[0] === '?' && live !== addressOf(frame);
};
