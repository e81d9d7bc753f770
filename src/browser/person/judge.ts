// Whether a press on a granting control can have been meant: seen, not covered, not just moved (F-45).

import type { IsFair } from '../../core/ask/press.ts';
import { NAME } from '../../core/name.ts';
import { own, setOwn } from '../../core/own.ts';
import { frameOf, isInSight } from './sight.ts';

/** How long a control must have stood still before a press on it grants (contract 8). */
const REST_MS = 500;
const SAMPLE_MS = 100;

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

function isOnTop(control: Element): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  // A copy: the list itself is live.
  const before = [...own(document).adoptedStyleSheets];
  setOwn(document, 'adoptedStyleSheets', [...before, HITTABLE]);
  try {
    return [0.1, 0.5, 0.9].every((part) =>
      isSeenAt(control, left + width * part, top + height * part),
    );
  } finally {
    setOwn(document, 'adoptedStyleSheets', before);
  }
}

/** Elements of ours in the page. */
const ours = (): Iterable<Element> => own(document).querySelectorAll(NAME);

/**
 * A second witness of what covers a control or makes it something else. Chromium alone has one, who sees nothing
 * inside frames.
 */
const WITNESS = { trackVisibility: true, delay: SAMPLE_MS } as IntersectionObserverInit;

/** Absent where there is no witness. */
type Testimony = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches from now on where the controls stand, and tells of a press whether it was meant.
 *
 * @param hosts elements with the shadow roots that controls stand in; without it ours in the page.
 */
export function createJudge(hosts?: () => Iterable<Element>): IsFair & { watch(): void } {
  const witness = !hosts && window === top ? WITNESS : undefined;
  const samples = new WeakMap<Element, Sample>();
  /** Out of the window. */
  const away = new WeakSet<Element>();
  /** Seen to be covered, or not as it was drawn. */
  const unseen = new WeakSet<Element>();

  /** When the control came to where it is now, or was uncovered there. */
  function sample(control: Element): Sample {
    const where = whereIs(control) + unseen.has(control);
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
      else if (away.add(target)) samples.delete(target);
      if (isIntersecting) watch();
    }
  }, witness);

  let looking: ReturnType<typeof setInterval> | undefined;
  function look(): void {
    const shown = [...(hosts ?? ours)()]
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('[data-action]') ?? [])])
      .filter((control) => {
        observer.observe(control);
        return !away.has(control);
      });
    shown.forEach(sample);
    if (!shown[0]) looking = clearInterval(looking) as undefined;
  }
  function watch(): void {
    looking ??= setInterval(look, SAMPLE_MS);
    look();
  }
  watch();

  // By keyboard and assistive technology a control cannot be slipped under anybody's finger, so there
  // only its visibility is asked.
  const isFair: IsFair = (target, isPointer) => {
    const control = target.closest<HTMLElement>('[data-action]');
    // A switch grants nothing by itself; the press on Save is judged.
    if (!control) return true;
    if (!isInSight(control)) return false;
    if (!isPointer) return true;
    const restedMs = performance.now() - sample(control).sinceMs;
    return restedMs >= REST_MS && !unseen.has(control) && isOnTop(control);
  };
  return Object.assign(isFair, { watch });
}
