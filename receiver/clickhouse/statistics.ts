// The numbers of a range, asked of ClickHouse; what must not be told apart never leaves it.
import {
  MAX_ROWS,
  type PageRow,
  type Range,
  type Row,
  SMALLEST_ROW,
  type Stats,
  type Table,
} from '../store.ts';
import type { Store } from './alter.ts';
import { counted } from './tables.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Answer = Readonly<Record<string, unknown>>;

const IS_VIEW = "name = 's9.page_view'";
const IS_LEAVE = "name = 's9.page_leave' AND isNotNull(visible_seconds)";
const SECONDS = 'assumeNotNull(visible_seconds)';

/** Of an even number the mean of the two in the middle: `quantileExact` gives the upper one, from either end. */
const median = `(quantileExactIf(0.5)(${SECONDS}, ${IS_LEAVE}) - quantileExactIf(0.5)(-${SECONDS}, ${IS_LEAVE})) / 2`;

async function totals(store: Store, visits: string) {
  const [row = {}] = await store.connection.ask(`
    SELECT countIf(${IS_VIEW}) AS views,
      uniqExactIf(session, ${IS_VIEW} AND session != '') AS visits,
      uniqExactIf(visitor, ${IS_VIEW} AND visitor != '') AS visitors,
      countIf(${IS_LEAVE}) AS leaves, sumIf(${SECONDS}, ${IS_LEAVE}) AS sum, ${median} AS median
    FROM ${visits}`);
  const leaves = Number(row['leaves'] ?? 0);
  return {
    views: Number(row['views'] ?? 0),
    visits: Number(row['visits'] ?? 0),
    visitors: Number(row['visitors'] ?? 0),
    timeOnPage: {
      leaves,
      averageSeconds: leaves > 0 ? Number(row['sum']) / leaves : null,
      medianSeconds: leaves > 0 ? Math.round(Number(row['median'])) : null,
    },
  };
}

async function seriesOf(store: Store, visits: string, { fromMs, toMs }: Range) {
  const stepMs = toMs - fromMs <= 2 * DAY_MS ? HOUR_MS : DAY_MS;
  const rows = await store.connection.ask(`
    SELECT intDiv(occurred_ms - ${fromMs}, ${stepMs}) AS step, count() AS views
    FROM ${visits} WHERE ${IS_VIEW} GROUP BY step`);
  const found = new Map(rows.map(({ step, views }) => [Number(step), Number(views)]));
  return Array.from({ length: Math.max(0, Math.ceil((toMs - fromMs) / stepMs)) }, (_, step) => ({
    fromMs: fromMs + step * stepMs,
    views: found.get(step) ?? 0,
  }));
}

const byName = (a: Row, b: Row) => b.views - a.views || (a.name < b.name ? -1 : 1);

async function table<Each extends Row>(
  { connection }: Store,
  visits: string,
  {
    column,
    is,
    more = '',
  }: { readonly column: string; readonly is: string; readonly more?: string },
  read: (row: Answer) => Each,
): Promise<Table<Each>> {
  const grouped = `SELECT ${column} AS value, countIf(${is}) AS views${more},
    uniqExactIf(record, ${is}) AS records FROM ${visits} WHERE ${column} != '' GROUP BY value`;
  const [[{ all } = { all: 0 }], found] = await Promise.all([
    connection.ask(`SELECT count() AS all FROM ${visits} WHERE ${is} AND ${column} != ''`),
    connection.ask(`SELECT * FROM (${grouped}) WHERE records >= ${SMALLEST_ROW}
      ORDER BY views DESC, value LIMIT ${MAX_ROWS}`),
  ]);
  const rows = found.map(read).sort(byName);
  return { rows, other: Number(all) - rows.reduce((sum, { views }) => sum + views, 0) };
}

const rowOf = (row: Answer): Row => ({ name: String(row['value']), views: Number(row['views']) });

function pageOf(row: Answer): PageRow {
  const leaves = Number(row['leaves']);
  return leaves > 0 ? { ...rowOf(row), averageSeconds: Number(row['sum']) / leaves } : rowOf(row);
}

const PAGES = {
  column: 'path',
  is: IS_VIEW,
  more: `, countIf(${IS_LEAVE}) AS leaves, sumIf(${SECONDS}, ${IS_LEAVE}) AS sum`,
};

async function answersOf(store: Store, range: Range): Promise<Stats['answers']> {
  const { connection } = store;
  const proofs = counted(store, 'proofs', range);
  const purpose = "startsWith(k, 's9.purpose.')";
  const [[{ n } = { n: 0 }], rows] = await Promise.all([
    connection.ask(
      `SELECT count() AS n FROM ${proofs} WHERE arrayExists(k -> ${purpose}, more_name)`,
    ),
    connection.ask(`SELECT k, v, count() AS n FROM ${proofs}
      ARRAY JOIN more_name AS k, more_value AS v WHERE ${purpose} GROUP BY k, v ORDER BY k`),
  ]);
  const purposes = new Map<string, { granted: number; denied: number }>();
  for (const { k, v, n: count } of rows) {
    const id = String(k).slice('s9.purpose.'.length);
    const sums = purposes.get(id) ?? { granted: 0, denied: 0 };
    if (v === '"granted"') sums.granted += Number(count);
    if (v === '"denied"') sums.denied += Number(count);
    purposes.set(id, sums);
  }
  return { proofs: Number(n), purposes: Object.fromEntries(purposes) };
}

export async function statistics(store: Store, range: Range): Promise<Stats> {
  const visits = counted(store, 'visits', range);
  const by = (column: string, is = IS_VIEW) => table(store, visits, { column, is }, rowOf);
  const [sums, series, pages, browsers, systems, referrers, customs, answers] = await Promise.all([
    totals(store, visits),
    seriesOf(store, visits, range),
    table(store, visits, PAGES, pageOf),
    by('browser'),
    by('system'),
    by('referrer'),
    by('custom', "name = 's9.custom'"),
    answersOf(store, range),
  ]);
  const { fromMs, toMs } = range;
  return { fromMs, toMs, ...sums, series, pages, browsers, systems, referrers, customs, answers };
}
