// Tells when an element moves, without looking: the window is narrowed to where it stands, and leaving that is told.
import { own } from '../../core/own.ts';
import { frameOf } from './sight.ts';

/** A share of the element: less than any pixel of it is. */
const LITTLE = 0.001;

/**
 * How far its edges are from those of its window: of what is within, a little is cut off at two of them. So less of it
 * is seen when it shrinks as well as when it grows or goes elsewhere. `undefined` for what has no size.
 */
function insetsOf(element: Element): string | undefined {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = own(element.ownerDocument).documentElement as Element;
  const insets = [
    Math.ceil(top) + 1,
    clientWidth - right,
    clientHeight - bottom,
    Math.ceil(left) + 1,
  ];
  return width && height ? insets.map((inset) => `${-Math.floor(inset)}px`).join(' ') : undefined;
}

/** In its own document only. */
function onMoveInside(element: Element, told: () => void): void {
  let observer: IntersectionObserver;

  /** Calls back at first, and whenever what is seen of it falls under that share, or rises above. */
  function observe(share: number, rootMargin: string, heard: (share: number) => void): void {
    observer?.disconnect();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { intersectionRatio } of entries) heard(intersectionRatio);
      },
      {
        root: element.ownerDocument,
        rootMargin,
        threshold: [Math.min(1, share), Math.min(1, share + LITTLE)],
      },
    );
    observer.observe(element);
  }

  function aim(): void {
    const rootMargin = insetsOf(element);
    // What has no size is waited for.
    observe(0, rootMargin ?? '0px', (seen) => {
      if (!rootMargin) return insetsOf(element) ? again() : undefined;
      observe(seen, rootMargin, (now) => {
        if (Math.abs(now - seen) >= LITTLE) again();
      });
    });
  }

  function again(): void {
    told();
    aim();
  }
  aim();
}

/**
 * Calls back in the frame in which an element moves or changes its size, or, where it stands in a frame of the page,
 * in which that does. Costs nothing while all stands still.
 */
export function onMove(element: Element, told: () => void): void {
  for (let each: Element | null = element; each; each = frameOf(each)) onMoveInside(each, told);
}
