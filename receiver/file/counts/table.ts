// Views by the value of an attribute; what fewer than five records stand behind is told as one (k-anonymity).
import { MAX_ROWS, type PageRow, SMALLEST_ROW, type Table } from '../../store.ts';

export interface RowCount {
  views: number;
  /** Of the records that views came under, the first five: whether there were fewer is all that is asked. */
  readonly records: number[];
  leaves: number;
  seconds: number;
}

export interface TableCount {
  readonly rows: Map<string, RowCount>;
  /** Views of values that there was no room for. */
  beyond: number;
}

/** Rows of a table and a day: a site has pages without number, and memory has an end. */
const DAY_ROWS = 2000;

export const table = (): TableCount => ({ rows: new Map(), beyond: 0 });

/** @returns `undefined` where there is no room for one more. */
export function rowOf(count: TableCount, name: string, limit = DAY_ROWS): RowCount | undefined {
  const known = count.rows.get(name);
  if (known || count.rows.size >= limit) return known;
  const row: RowCount = { views: 0, records: [], leaves: 0, seconds: 0 };
  count.rows.set(name, row);
  return row;
}

function noteRecord(row: RowCount, record: number): void {
  if (row.records.length < SMALLEST_ROW && !row.records.includes(record)) row.records.push(record);
}

export function addView(count: TableCount, name: string, record: number): void {
  const row = rowOf(count, name);
  if (!row) {
    count.beyond += 1;
    return;
  }
  row.views += 1;
  noteRecord(row, record);
}

/** Of a record that is gone. Where more than five stood behind a row, it is told again once five others do. */
export function removeView(count: TableCount, name: string, record: number): void {
  const row = count.rows.get(name);
  if (!row) {
    count.beyond = Math.max(0, count.beyond - 1);
    return;
  }
  row.views -= 1;
  const at = row.records.indexOf(record);
  if (at >= 0) row.records.splice(at, 1);
  if (row.views <= 0 && row.leaves <= 0) count.rows.delete(name);
}

/** One table of several days. */
export function merged(counts: Iterable<TableCount>): TableCount {
  const all = table();
  for (const { rows, beyond } of counts) {
    all.beyond += beyond;
    for (const [name, { views, records, leaves, seconds }] of rows) {
      const row = rowOf(all, name, Number.POSITIVE_INFINITY) as RowCount;
      row.views += views;
      row.leaves += leaves;
      row.seconds += seconds;
      for (const record of records) noteRecord(row, record);
    }
  }
  return all;
}

const byViews = ([one, a]: [string, RowCount], [other, b]: [string, RowCount]): number =>
  b.views - a.views || (one < other ? -1 : 1);

/** As it is told. */
export function told(count: TableCount, isOfPages = false): Table<PageRow> {
  const rows = [...count.rows].sort(byViews);
  const shown = rows.filter(([, { records }]) => records.length >= SMALLEST_ROW).slice(0, MAX_ROWS);
  const views = (list: typeof rows) => list.reduce((sum, [, row]) => sum + row.views, 0);
  return {
    rows: shown.map(([name, row]) => ({
      name,
      views: row.views,
      ...(isOfPages && row.leaves > 0 && { averageSeconds: row.seconds / row.leaves }),
    })),
    other: count.beyond + views(rows) - views(shown),
  };
}
