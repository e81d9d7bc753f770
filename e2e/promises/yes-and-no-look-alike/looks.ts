// How a control looks to a person, as plain values that can be compared.
import type { Locator } from 'playwright/test';

export interface Looks {
  readonly style: Readonly<Record<string, string>>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isInView: boolean;
  /** Colour of the text and of what is behind it: red, green, blue, alpha, each to 255. */
  readonly ink: readonly number[];
  readonly surface: readonly number[];
}

/** L-15 names these. */
const STYLES = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'line-height',
  'text-transform',
  'text-decoration-line',
  'padding',
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'border-radius',
  'color',
  'background-color',
  'background-image',
  'opacity',
  'box-shadow',
  'outline-style',
  'filter',
  'transform',
  'cursor',
];

/** Runs in the page; holds everything it uses. */
const look = (element: Element, names: readonly string[]): Looks => {
  const computed = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour: string): number[] => {
    if (!brush) throw new Error('no canvas');
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const behind = (start: Element): number[] => {
    for (
      let each: Element | null = start;
      each;
      each =
        each.parentElement ?? ((each.getRootNode() as ShadowRoot).host as Element | null) ?? null
    ) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if ((colour[3] ?? 0) > 0) return colour;
    }
    return [255, 255, 255, 255];
  };
  return {
    style: Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)])),
    x,
    y,
    width,
    height,
    isInView: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
    ink: rgba(computed.color),
    surface: behind(element),
  };
};

/** Relative luminance (WCAG 2.2). */
function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrastOf({ ink, surface }: Looks): number {
  const [one, other] = [luminance(ink), luminance(surface)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

export const looksOf = (control: Locator): Promise<Looks> => control.evaluate(look, STYLES);
