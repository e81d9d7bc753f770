// The numbers that are read first, in words of a magazine.
import type { Stats } from '../../../receiver/store.ts';
import { element } from '../panel/element.ts';

const whole = new Intl.NumberFormat('en-GB');

export const inNumbers = (value: number): string => whole.format(value);

/** Seconds as a person says them. */
export function inTime(seconds: number | null): string {
  if (seconds === null) return '–';
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')} min`;
}

const toldApart = (count: number, views: number): string =>
  count === 0 && views > 0 ? 'not told apart' : inNumbers(count);

export function figuresOf({ views, visits, visitors, timeOnPage }: Stats): HTMLElement[] {
  const figures: [string, string][] = [
    ['Views', inNumbers(views)],
    ['Visits', toldApart(visits, views)],
    ['Visitors', toldApart(visitors, views)],
    ['Time on a page', inTime(timeOnPage.averageSeconds)],
    ['Half stayed less than', inTime(timeOnPage.medianSeconds)],
  ];
  return figures.map(([name, value]) =>
    element(
      'div',
      '',
      element('dt', '', name),
      // Words would be louder than any number beside them.
      element('dd', /\d|–/.test(value) ? '' : 'book-words', value),
    ),
  );
}
