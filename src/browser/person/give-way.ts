// The fixed banner never hides where what has the focus begins: the page scrolls, or else the banner moves (2.4.11).
import { own } from '../../core/own.ts';

const GAP_PX = 8;
/** So much of something larger than what is free is its beginning. */
const LINE_PX = 24;

/** How far the page must scroll until an element, or its beginning, is in view and clear of the banner. */
function wayOut(element: Element, banner: Element): number {
  const inner = element.getBoundingClientRect();
  const outer = banner.getBoundingClientRect();
  if (inner.right <= outer.left || inner.left >= outer.right) return 0;
  const isAtBottom = outer.top > innerHeight - outer.bottom;
  const [from, to] = isAtBottom ? [0, outer.top] : [outer.bottom, innerHeight];
  const isLarger = inner.height > to - from;
  const above = inner.top - from;
  const below = (isLarger ? inner.top + LINE_PX : inner.bottom) - to;
  // Of something larger, what is out of the window was put there: by a fragment, a router, the text cursor.
  if (isLarger && (inner.top < 0 || inner.top > innerHeight)) return 0;
  if (below > 0) return below + GAP_PX;
  return above < 0 ? above - GAP_PX : 0;
}

/** Whether scrolling was enough. */
function scrollClear(element: Element, banner: Element): boolean {
  scrollBy({ top: wayOut(element, banner), behavior: 'instant' });
  return !wayOut(element, banner);
}

function clear(target: Element, banner: Element): void {
  if (own(document).activeElement !== target || !banner.isConnected) return;
  // At the ends of the page there is nothing left to scroll: it shrinks, then changes sides.
  for (const aside of ['no', 'shrunk', 'across']) {
    banner.setAttribute('data-aside', aside);
    if (scrollClear(target, banner)) return;
  }
}

/** Makes room for what has the focus, as long as it has it. */
export function giveWay(target: Element, banner: Element): void {
  clear(target, banner);
  // The browser scrolls too, and some do so afterwards.
  requestAnimationFrame(() => clear(target, banner));
}

export type GiveWay = typeof giveWay;
