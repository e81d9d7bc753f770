// Whether a control can be seen and read, as far as styles tell (F-45): by its own, and by those of all it stands in.
import { lightOf } from '../../core/ask/light.ts';
import { own } from '../../core/own.ts';

/** Less than that of all the layers above it, and a control cannot be read. */
const MIN_OPACITY = 0.5;
/** Of its words on its ground; well below what is lawful: this is the line to what is hidden. */
const MIN_CONTRAST = 1.5;
const MIN_FONT_PX = 8;
/** Of the size it was drawn in. */
const MIN_SCALE = 0.3;

/** What a filter may do to the words of ours, from and to; others leave them legible. */
const FILTERS: Readonly<Record<string, readonly [number, number]>> = {
  blur: [0, 1],
  brightness: [0.5, 2],
  contrast: [0.5, 9],
  // Of black and white, whichever way round.
  invert: [0.6, 1],
  url: [1, 0],
};

/** The frame an element stands in, where ours draws in one of the page. */
export const frameOf = (element: Element): HTMLElement | null =>
  (own(element).ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined) ?? null;

const hostOf = (element: Element): Element | undefined =>
  (own(own(element).getRootNode() as ShadowRoot).host as Element | undefined) ?? undefined;

const parentOf = (element: Element): Element | null =>
  own(element).assignedSlot ?? own(element).parentElement ?? hostOf(element) ?? frameOf(element);

/** From the element outwards, as it is drawn: through hosts and out of frames. */
function* wayOut(from: Element): Iterable<Element> {
  for (let at: Element | null = from; at; at = parentOf(at)) yield at;
}

/** What of an element can be seen through its own opacity, filter and mask; what a mask leaves nobody can tell. */
function shownOf({ opacity, filter, maskImage = 'none' }: CSSStyleDeclaration): number {
  let shown = maskImage === 'none' ? Number(opacity) : 0;
  for (const [, part] of filter.matchAll(/opacity\(([\d.]+)\)/g)) shown *= Number(part);
  return shown;
}

const isFilterFair = ({ filter }: CSSStyleDeclaration): boolean =>
  [...filter.matchAll(/([\w-]+)\(([\d.]*)/g)].every(([, name = '', amount]) => {
    const [from, to] = FILTERS[name] ?? [0, Number.POSITIVE_INFINITY];
    const much = name === 'invert' ? Math.abs(2 * Number(amount) - 1) : Number(amount);
    return much >= from && much <= to;
  });

/** Whether one of ours is drawn as we drew it: nothing cut off, blended, turned, or said besides. */
function isAsDrawn(element: Element): boolean {
  const { clipPath, mixBlendMode, transform, rotate = 'none' } = getComputedStyle(element);
  return (
    clipPath === 'none' &&
    mixBlendMode === 'normal' &&
    /^(none|matrix\(1, 0, 0, 1,.*)$/.test(transform) &&
    rotate === 'none' &&
    ['::before', '::after'].every((part) =>
      /^(none|normal)?$/.test(getComputedStyle(element, part).content),
    )
  );
}

/** How large it is drawn, transforms and zoom of everything around it counted. */
function scaleOf(element: HTMLElement): number {
  const frame = frameOf(element);
  const { height } = element.getBoundingClientRect();
  return (height / element.offsetHeight) * (frame ? scaleOf(frame) : 1);
}

/** The luminances of what words stand on: of a colour, or all of a gradient; none where nobody can tell. */
function groundOf(control: Element): readonly number[] {
  for (const element of wayOut(control)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const colors = `${backgroundImage} ${backgroundColor}`.match(/\b\w+\([^()]*\)/g) ?? [];
    const lights = colors.map(lightOf).filter(([, alpha]) => alpha >= MIN_OPACITY);
    if (lights[0]) return lights.map(([light]) => light);
  }
  return [];
}

/** Whether the words of a control can be read on it. */
function isLegible(control: Element): boolean {
  const { color, fontSize, textIndent } = getComputedStyle(control, '::first-line');
  const [ink, alpha] = lightOf(color);
  return (
    alpha >= MIN_OPACITY &&
    Number.parseFloat(fontSize) >= MIN_FONT_PX &&
    Math.abs(Number.parseFloat(textIndent)) < MIN_FONT_PX &&
    !getComputedStyle(control).backgroundImage.includes('url') &&
    groundOf(control).every(
      (ground) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) >= MIN_CONTRAST,
    )
  );
}

/** Visibility is inherited, but not into a frame. */
function isShown(element: Element): boolean {
  const frame = frameOf(element);
  return getComputedStyle(element).visibility === 'visible' && (!frame || isShown(frame));
}

/** A picture of the page lies over all of it, its top layer too, while it goes over into another; no hit test sees that. */
export function isPictured({ ownerDocument }: Element): boolean {
  const frame = ownerDocument === document ? null : frameOf(ownerDocument.documentElement);
  // A browser that cannot tell finds none.
  const isHere = own(ownerDocument).querySelector(':is(:active-view-transition)');
  return !!isHere || (!!frame && isPictured(frame));
}

export function isInSight(control: HTMLElement): boolean {
  const host = hostOf(control);
  let opacity = 1;
  /** Up to our own element it must be as we drew it. */
  let isOurs = true;
  /** Filters of the page do not reach what stands in the top layer. */
  let isReached = true;
  for (const element of wayOut(control)) {
    const style = getComputedStyle(element);
    opacity *= shownOf(style);
    if (isOurs && !isAsDrawn(element)) return false;
    if (isReached && !isFilterFair(style)) return false;
    if (element === host) isOurs = false;
    if (own(element).matches(':is(:popover-open,:modal)')) isReached = false;
  }
  return (
    opacity >= MIN_OPACITY &&
    isShown(control) &&
    scaleOf(control) >= MIN_SCALE &&
    isLegible(control)
  );
}
