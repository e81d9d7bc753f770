// Views over time as a line, which is read out as a sentence; the table beside has every value.
import type { Stats } from '../../../receiver/store.ts';
import { inNumbers } from './figures.ts';
import { svg } from './svg.ts';

const HEIGHT = 200;
const LEFT = 36;
const BOTTOM = 26;
const TOP = 10;
/** Labels below, so far apart at least. */
const LABEL_WIDTH = 64;

const HOUR_MS = 3_600_000;

export const isByHour = ([first, second]: Stats['series']): boolean =>
  !!first && !!second && second.fromMs - first.fromMs === HOUR_MS;

const asHour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });
const asDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const labelOf = (ms: number, series: Stats['series']): string =>
  (isByHour(series) ? asHour : asDay).format(ms);

/** The next number that begins with 1, 2 or 5: an axis is read at a glance. */
export function topOf(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= largest) ?? power;
}

function sentence(series: Stats['series']): string {
  const total = series.reduce((sum, { views }) => sum + views, 0);
  const most = series.reduce((best, each) => (each.views > best.views ? each : best), {
    fromMs: 0,
    views: 0,
  });
  if (total === 0) return 'No views.';
  return `${inNumbers(total)} views, most of them at ${labelOf(most.fromMs, series)}: ${inNumbers(most.views)}.`;
}

/** @param width in CSS pixels, so that its letters are as large as the page's. */
export function lineOf(series: Stats['series'], width: number): SVGElement {
  const top = topOf(Math.max(...series.map(({ views }) => views)));
  const step = (width - LEFT) / Math.max(1, series.length - 1);
  const y = (views: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - views / top);
  const points = series.map(({ views }, at) => `${LEFT + at * step},${y(views)}`).join(' ');
  const grid = [0, top / 2, top].flatMap((views) => [
    svg('line', { class: 'book-grid', x1: LEFT, x2: width, y1: y(views), y2: y(views) }),
    svg('text', { x: LEFT - 8, y: y(views) + 4, 'text-anchor': 'end' }, String(views)),
  ]);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  const labels = series.flatMap(({ fromMs }, at) =>
    at % every === 0 && LEFT + at * step < width - LABEL_WIDTH / 2
      ? [svg('text', { x: LEFT + at * step, y: HEIGHT - 6 }, labelOf(fromMs, series))]
      : [],
  );
  return svg(
    'svg',
    {
      class: 'book-line',
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: 'img',
      'aria-label': sentence(series),
    },
    ...grid,
    svg('polygon', {
      class: 'book-area',
      points: `${LEFT},${y(0)} ${points} ${LEFT + (series.length - 1) * step},${y(0)}`,
    }),
    svg('polyline', { class: 'book-track', points }),
    ...labels,
  );
}
