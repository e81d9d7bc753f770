// Whether a press on a granting control can have been meant: seen, not covered, not just moved (F-45).

/** How long a control must have stood still before a press on it grants (contract 8). */
const REST_MS = 500;
const SAMPLE_MS = 100;
/** Less than that of all the layers above it, and a control cannot be read. */
const MIN_OPACITY = 0.5;

interface Sample {
  readonly where: string;
  readonly sinceMs: number;
}

const samples = new WeakMap<Element, Sample>();

function whereIs(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join();
}

/** When the control came to where it is now. */
function sample(control: Element): Sample {
  const where = whereIs(control);
  const before = samples.get(control);
  const now = before?.where === where ? before : { where, sinceMs: performance.now() };
  samples.set(control, now);
  return now;
}

/** Every control of ours, in whichever shadow root. */
function controls(): Element[] {
  return Array.from(document.querySelectorAll('s9-consent, s9-placeholder')).flatMap((element) =>
    Array.from(element.shadowRoot?.querySelectorAll('[data-action]') ?? []),
  );
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  ((element.getRootNode() as Partial<ShadowRoot>).host as Element | undefined) ??
  null;

/** What of an element can be seen through its own opacity, filter and mask; what a mask leaves nobody can tell. */
function shownOf(element: Element): number {
  const { opacity, filter, maskImage = 'none' } = getComputedStyle(element);
  let shown = maskImage === 'none' ? Number(opacity) : 0;
  for (const [, part] of filter.matchAll(/opacity\(([\d.]+)\)/g)) shown *= Number(part);
  return shown;
}

/** Opacity of the control and everything it stands in, multiplied. */
function opacityOf(control: Element): number {
  let opacity = 1;
  for (let element: Element | null = control; element; element = parentOf(element)) {
    opacity *= shownOf(element);
  }
  return opacity;
}

const isVisible = (control: Element): boolean =>
  getComputedStyle(control).visibility === 'visible' && opacityOf(control) >= MIN_OPACITY;

/** Lets a hit test see what lets presses through: the usual trick of a cover. */
const HITTABLE = new CSSStyleSheet();
HITTABLE.replaceSync('*{pointer-events:auto!important}');

function isOnTop(control: Element): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  const root = control.getRootNode() as ShadowRoot;
  // A copy: the list itself is live.
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, HITTABLE];
  try {
    return [0.1, 0.5, 0.9].every((part) => {
      const [x, y] = [left + width * part, top + height * part];
      const hit = root.elementFromPoint(x, y);
      return document.elementFromPoint(x, y) === root.host && !!hit && control.contains(hit);
    });
  } finally {
    document.adoptedStyleSheets = before;
  }
}

/**
 * Whether a press on this control counts as a yes. By keyboard and assistive technology a control
 * cannot be slipped under anybody's finger, so there only its visibility is asked.
 */
export function isFair(target: Element, isPointer: boolean): boolean {
  const control = target.closest('[data-action]');
  // A switch grants nothing by itself; the press on Save is judged.
  if (!control) return true;
  if (!isVisible(control)) return false;
  if (!isPointer) return true;
  const restedMs = performance.now() - sample(control).sinceMs;
  return restedMs >= REST_MS && isOnTop(control);
}

/** Watches from now on where the controls stand. */
export function watchControls(): void {
  const look = (): void => controls().forEach(sample);
  look();
  setInterval(look, SAMPLE_MS);
}
