// Tables of the numbers: a row each, with a bar that says nothing the number beside it does not.
import type { PageRow, Stats, Table } from '../../../receiver/store.ts';
import { element } from '../panel/element.ts';
import { inNumbers, inTime } from './figures.ts';
import { isByHour, labelOf } from './line.ts';
import { svg } from './svg.ts';

interface Line {
  readonly name: string;
  readonly numbers: readonly string[];
  /** From 0 to 1. */
  readonly share?: number;
  readonly isOther?: boolean;
}

const heading = (text: string, className = ''): HTMLElement => {
  const cell = element('th', className, text);
  cell.scope = 'col';
  return cell;
};

function rowOf({ name, numbers, share, isOther = false }: Line): HTMLElement {
  const first = element('th', '', name);
  first.scope = 'row';
  const row = element('tr', isOther ? 'book-other' : '', first);
  row.append(...numbers.map((number) => element('td', 'book-number', number)));
  if (share === undefined) return row;
  const cell = element('td', 'book-bar');
  const width = `${Math.max(1, share * 100)}%`;
  cell.append(svg('svg', { 'aria-hidden': 'true' }, svg('rect', { width, height: '100%', rx: 1 })));
  row.append(cell);
  return row;
}

/** @param columns names of all that have one; the bar has none. */
function tableOf(columns: readonly string[], lines: readonly Line[]): HTMLElement {
  const head = element('tr', '');
  columns.forEach((name, at) => head.append(heading(name, at > 0 ? 'book-number' : '')));
  if (lines.some(({ share }) => share !== undefined)) head.append(element('td', 'book-bar'));
  return element(
    'table',
    '',
    element('thead', '', head),
    element('tbody', '', ...lines.map((line) => rowOf(line))),
  );
}

const OTHER = 'other (fewer than five answers each)';

function linesOf({ rows, other }: Table<PageRow>, isTimed: boolean): Line[] {
  const most = Math.max(other, ...rows.map(({ views }) => views));
  const lines: Line[] = rows.map(({ name, views, averageSeconds }) => ({
    name,
    numbers: [inNumbers(views), ...(isTimed ? [inTime(averageSeconds ?? null)] : [])],
    share: views / most,
  }));
  if (other === 0) return lines;
  const numbers = [inNumbers(other), ...(isTimed ? [''] : [])];
  return [...lines, { name: OTHER, numbers, share: other / most, isOther: true }];
}

const TABLES = [
  ['pages', 'Pages', 'Page'],
  ['browsers', 'Browsers', 'Browser'],
  ['systems', 'Systems', 'System'],
  ['referrers', 'Where they came from', 'Domain'],
] as const;

/** A section for each table that has anything to say. */
export function tablesOf(stats: Stats): HTMLElement[] {
  return TABLES.flatMap(([key, title, column]) => {
    const isTimed = key === 'pages';
    const lines = linesOf(stats[key], isTimed);
    if (lines.length === 0) return [];
    const name = element('h2', '', title);
    name.id = `book-${key}`;
    const columns = [column, 'Views', ...(isTimed ? ['Time'] : [])];
    const section = element('section', '', name, tableOf(columns, lines));
    section.setAttribute('aria-labelledby', name.id);
    return [section];
  });
}

export const seriesTable = ({ series }: Stats): HTMLElement =>
  tableOf(
    [isByHour(series) ? 'From' : 'Day', 'Views'],
    series.map(({ fromMs, views }) => ({
      name: labelOf(fromMs, series),
      numbers: [inNumbers(views)],
    })),
  );

export function answersTable({ answers: { purposes } }: Stats): HTMLElement {
  const lines = Object.entries(purposes)
    .filter(([id]) => id !== 'necessary')
    .map(([name, { granted, denied }]) => ({
      name,
      numbers: [inNumbers(granted), inNumbers(denied)],
      share: granted / Math.max(1, granted + denied),
    }));
  return lines.length > 0
    ? tableOf(['Purpose', 'Yes', 'No'], lines)
    : element('p', 'small', 'None came yet.');
}
