// Whether a press on a granting control can have been meant: seen, not covered, not just moved (F-45).

import type { IsFair } from '../../core/ask/press.ts';
import { own, setOwn } from '../../core/own.ts';
import { hearBegin, isBegunOn } from './begun.ts';
import { controlsIn, type Hosts } from './controls.ts';
import { onMove } from './moves.ts';
import { frameOf, isInSight } from './sight.ts';

/** How long a control must have stood still before a press on it grants (contract 8). */
const REST_MS = 500;
/** How often the witness may look; browsers take no less. */
const WITNESS_MS = 100;

interface Sample {
  readonly where: string;
  readonly sinceMs: number;
}

function whereIs(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  const frame = frameOf(element);
  return [x, y, width, height].map(Math.round).join() + (frame && whereIs(frame));
}

/** Lets a hit test see what lets presses through: the usual trick of a cover. */
const HITTABLE = new CSSStyleSheet();
HITTABLE.replaceSync('*{pointer-events:auto!important}');

/** Whether what is seen at a point is the element, in every document and root around it. */
function isSeenAt(element: Element, x: number, y: number): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = own(root).elementFromPoint(x, y);
  if (!hit || !element.contains(hit)) return false;
  if (root instanceof ShadowRoot) return isSeenAt(root.host, x, y);
  const frame = frameOf(element);
  if (!frame) return true;
  // What transforms the frame moves the point; a frame without a size is not seen anyway.
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = width / frame.offsetWidth;
  return isSeenAt(
    frame,
    left + (frame.clientLeft + x) * scale,
    top + (frame.clientTop + y) * scale,
  );
}

/** What stands above all else of its document. */
const ABOVE = ':is(:popover-open,:modal,:fullscreen)';

function isOnTop(control: Element): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  const isSeen = (): boolean =>
    [0.1, 0.5, 0.9].every((part) => isSeenAt(control, left + width * part, top + height * part));
  const page = own(document);
  // The sheet has every element of the page styled anew, twice: not where ours alone stands above them all.
  if (control.closest(ABOVE) && !page.querySelector(ABOVE)) return isSeen();
  // A copy: the list itself is live.
  const before = [...page.adoptedStyleSheets];
  setOwn(document, 'adoptedStyleSheets', [...before, HITTABLE]);
  try {
    return isSeen();
  } finally {
    setOwn(document, 'adoptedStyleSheets', before);
  }
}

/**
 * A second witness of what covers a control or makes it something else. Chromium alone has one, who sees nothing
 * inside frames.
 */
const WITNESS = { trackVisibility: true, delay: WITNESS_MS } as IntersectionObserverInit;

/** Absent where there is no witness. */
type Testimony = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches from now on where the controls stand, and tells of a press whether it was meant. Nothing of it runs while
 * they stand still.
 *
 * @param hosts elements with the shadow roots that controls stand in; without it ours in the page.
 */
export function createJudge(hosts?: Hosts): IsFair & { watch(): void } {
  const witness = !hosts && window === top ? WITNESS : undefined;
  const samples = new WeakMap<Element, Sample>();
  const watched = new WeakSet<Element>();
  /** Out of the window. */
  const away = new WeakSet<Element>();
  /** Seen to be covered, or not as it was drawn. */
  const unseen = new WeakSet<Element>();

  /** When the control came to where it is now, or was uncovered there. */
  function sample(control: Element): Sample {
    const where = whereIs(control) + unseen.has(control) + away.has(control);
    const before = samples.get(control);
    const now = before?.where === where ? before : { where, sinceMs: performance.now() };
    samples.set(control, now);
    return now;
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, isVisible } of entries as Testimony[]) {
      if (witness && isVisible === false) unseen.add(target);
      else unseen.delete(target);
      if (isIntersecting) away.delete(target);
      else away.add(target);
      sample(target);
    }
  }, witness);

  function watch(): void {
    for (const control of controlsIn(hosts)) {
      sample(control);
      if (watched.has(control)) continue;
      watched.add(control);
      hearBegin(control);
      observer.observe(control);
      onMove(control, () => sample(control));
    }
  }
  watch();

  // By keyboard and assistive technology a control cannot be slipped under anybody's finger, so there
  // only its visibility is asked, and that the key was pressed on it.
  const isFair: IsFair = (target, isPointer) => {
    const control = target.closest<HTMLElement>('[data-action]');
    // A switch grants nothing by itself; the press on Save is judged.
    if (!control) return true;
    watch();
    if (!isBegunOn(control) || !isInSight(control)) return false;
    if (!isPointer) return true;
    const restedMs = performance.now() - sample(control).sinceMs;
    return restedMs >= REST_MS && !unseen.has(control) && isOnTop(control);
  };
  return Object.assign(isFair, { watch });
}

export type CreateJudge = typeof createJudge;
