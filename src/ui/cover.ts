// Lays an element exactly over each held frame; the page's layout does not move by a pixel.
import type { HeldFrame } from '../core/ports.ts';
import { adopt } from './sheets.ts';

const MIN_WIDTH_PX = 60;
const MIN_HEIGHT_PX = 40;

/** One covered frame. */
export interface Cover {
  held: HeldFrame;
  /** What is drawn in. */
  readonly box: HTMLElement;
  /** Uncovers the frame and leaves it as it was. */
  remove(): void;
}

/** Where the cover lies, out of reach of the page's styles. */
const placeRule = (left: number, top: number, { offsetWidth, offsetHeight }: HTMLElement): string =>
  `:host{all:initial!important;display:block!important;position:absolute!important;left:${left}px!important;top:${top}px!important;width:${offsetWidth}px!important;height:${offsetHeight}px!important}`;

/** Hides a frame, which keeps its place; returns how to undo that. */
function hide(frame: HTMLElement): () => void {
  const { style } = frame;
  const [value, priority] = [style.visibility, style.getPropertyPriority('visibility')];
  style.setProperty('visibility', 'hidden', 'important');
  return () => {
    style.setProperty('visibility', value, priority);
    if (!frame.getAttribute('style')) frame.removeAttribute('style');
  };
}

export function createCover(held: HeldFrame, sheets: readonly CSSStyleSheet[]): Cover {
  const frame = held.element as HTMLElement;
  const element = document.createElement('s9-placeholder');
  const root = element.attachShadow({ mode: 'open' });
  const box = root.appendChild(document.createElement('div'));
  const place = new CSSStyleSheet();
  let reveal: (() => void) | undefined;

  function uncover(): void {
    element.remove();
    reveal?.();
    reveal = undefined;
  }

  /** Measures what left and top count from: the page decides that, and can change its mind. */
  function lay(): void {
    if (frame.offsetWidth < MIN_WIDTH_PX || frame.offsetHeight < MIN_HEIGHT_PX) return uncover();
    if (element.nextSibling !== frame) frame.before(element);
    place.replaceSync(placeRule(0, 0, frame));
    const from = element.getBoundingClientRect();
    const to = frame.getBoundingClientRect();
    place.replaceSync(placeRule(to.left - from.left, to.top - from.top, frame));
    reveal ??= hide(frame);
  }

  let next = 0;
  // In the next frame: what is laid can resize what is watched, which WebKit reports as a page error.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(next);
    next = requestAnimationFrame(lay);
  });
  adopt(root, ...sheets, place);
  observer.observe(frame);
  if (frame.offsetParent) observer.observe(frame.offsetParent);
  return {
    held,
    box,
    remove(): void {
      observer.disconnect();
      cancelAnimationFrame(next);
      uncover();
    },
  };
}
