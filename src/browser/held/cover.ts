// Lays an element over a frame that nobody can draw in, and hides it wherever it would not lie truly.

import type { LayOver } from '../../core/ask/ask.ts';
import { own } from '../../core/own.ts';

/** The least that can be pressed. */
const MIN_PX = 24;

/** Beyond the reach of the page's styles; what is laid over fills it as it would a window. */
const PLACE = {
  all: 'initial',
  position: 'absolute',
  contain: 'strict',
  display: 'block',
};

const set = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(styles)) {
    element.style.setProperty(name, value, 'important');
  }
};

const parentOf = (element: Element): Element | null =>
  own(element).assignedSlot ??
  own(element).parentElement ??
  (own(own(element).getRootNode() as Partial<ShadowRoot>).host as Element | undefined) ??
  null;

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is left of the frame by what scrolls or clips around it. */
function seenOf(frame: Element): Sides {
  let seen: Sides = frame.getBoundingClientRect();
  for (
    let around = parentOf(frame);
    around && around !== own(document).body;
    around = parentOf(around)
  ) {
    if (getComputedStyle(around).overflow === 'visible') continue;
    const { left, top, right, bottom } = own(around).getBoundingClientRect();
    seen = {
      left: Math.max(seen.left, left),
      top: Math.max(seen.top, top),
      right: Math.min(seen.right, right),
      bottom: Math.min(seen.bottom, bottom),
    };
  }
  return seen;
}

/** Turned, or stretched, it is no box that one could be laid over. */
function isUpright(frame: HTMLElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return Math.abs(width * frame.offsetHeight - height * frame.offsetWidth) < frame.offsetWidth;
}

/** Whether nothing lies between: at its middle the page shows the frame, or what is laid over it. */
function isUncovered(frame: Element, cover: Element, { left, top, right, bottom }: Sides): boolean {
  const root = frame.getRootNode() as Document | ShadowRoot;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  // Out of the window it is looked at when it comes.
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
  return (
    own(root)
      .elementsFromPoint(x, y)
      .find((hit) => hit !== cover) === frame
  );
}

export const layOver: LayOver = (element, frame) => {
  const held = frame as HTMLElement;
  const cover = own(document).createElement('s9-cover');
  let [left, top, width] = [0, 0, MIN_PX];
  let request = 0;

  function lay(): void {
    const to = held.getBoundingClientRect();
    const seen = seenOf(held);
    const isTrue =
      to.width >= MIN_PX &&
      to.height >= MIN_PX &&
      seen.left < seen.right &&
      seen.top < seen.bottom &&
      held.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      isUpright(held) &&
      isUncovered(held, cover, seen);
    const from = cover.getBoundingClientRect();
    // The page's root can be zoomed or drawn smaller, and the cover with it.
    const scale = from.width / width || 1;
    const px = (length: number): string => `${length / scale}px`;
    left += (to.left - from.left) / scale;
    top += (to.top - from.top) / scale;
    width = Math.max(to.width, MIN_PX) / scale;
    set(cover, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: px(to.height),
      visibility: isTrue ? 'visible' : 'hidden',
      'clip-path': `inset(${px(seen.top - to.top)} ${px(to.right - seen.right)} ${px(to.bottom - seen.bottom)} ${px(seen.left - to.left)})`,
    });
  }

  /** Nothing tells when an element has moved: it is looked at with each frame of the screen while in view. */
  const follow = (): void => {
    lay();
    request = requestAnimationFrame(follow);
  };
  const observer = new IntersectionObserver((entries) => {
    cancelAnimationFrame(request);
    if (entries.at(-1)?.isIntersecting) follow();
    else lay();
  });

  set(cover, { ...PLACE, left: '0', top: '0', width: `${width}px` });
  cover.attachShadow({ mode: 'open' }).append(element);
  // After the body: none of its children gets a sibling.
  own(document).documentElement.append(cover);
  lay();
  observer.observe(held);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
    cover.remove();
  };
};
