// Views, visits, visitors and time by day and page, for who asks ClickHouse itself: worked out for whole days. Fewer
// than five records make no page of their own: those stand under an empty path.
import { SMALLEST_ROW } from '../store.ts';
import { alter, type Store } from './alter.ts';
import { literals } from './literal.ts';
import { dayOf, type Row } from './row.ts';
import { whole } from './schema.ts';

/** Receivers on several machines are no further apart. */
export const CLOCKS_APART_MS = 600_000;
const DAY_MS = 86_400_000;

const rowsOf = (visits: string): string => `
  SELECT day, domain, if((day, domain, path) GLOBAL IN (
      SELECT day, domain, path FROM ${visits} GROUP BY day, domain, path
      HAVING uniqExact(record) >= ${SMALLEST_ROW}
    ), path, '') AS page,
    countIf(name = 's9.page_view') AS views,
    uniqExactIf(session, name = 's9.page_view' AND session != '') AS visits,
    uniqExactIf(visitor, name = 's9.page_view' AND visitor != '') AS visitors,
    countIf(name = 's9.page_leave' AND isNotNull(visible_seconds)) AS leaves,
    sumIf(ifNull(visible_seconds, 0), name = 's9.page_leave') AS seconds
  FROM ${visits} GROUP BY day, domain, page`;

/** With the days beside them: what was corrected then counts there, and here no more. */
function allOf(place: Store['place'], days: readonly string[]): string {
  const times = days.map((day) => Date.parse(day));
  const [first, last] = [Math.min(...times) - DAY_MS, Math.max(...times) + DAY_MS];
  return `(SELECT * FROM ${whole(place, 'visits')} FINAL
    WHERE day >= '${dayOf(first)}' AND day <= '${dayOf(last)}')`;
}

/** Replaces the rows of those days; a day without views has none. */
export async function writeDays(store: Store, days: readonly string[], nowMs: number) {
  if (days.length === 0) return;
  const { connection, place } = store;
  const these = literals(days);
  const table = whole(place, 'daily');
  const [{ n } = { n: 0 }] = await connection.ask(
    `SELECT count() AS n FROM ${table} WHERE day IN ${these}`,
  );
  if (Number(n) > 0) await alter(store, 'daily', `DELETE WHERE day IN ${these}`);
  const visits = `(SELECT * FROM ${allOf(place, days)} WHERE day IN ${these}
    AND name IN ('s9.page_view', 's9.page_leave'))`;
  const rows = await connection.ask(rowsOf(visits));
  if (rows.length === 0) return;
  const version = String(nowMs);
  await connection.insert(
    table,
    rows.map(({ page, seconds, ...row }) => ({
      ...(row as Row),
      path: page as string,
      visible_seconds: seconds as number,
      version,
    })),
  );
}

/** Of the days on which something was received since they were last worked out. */
export async function writeNewDays(store: Store, nowMs: number): Promise<void> {
  const { connection, place } = store;
  const [{ at } = { at: 0 }] = await connection.ask(
    `SELECT max(version) AS at FROM ${whole(place, 'daily')}`,
  );
  const days = await connection.ask(
    `SELECT DISTINCT day FROM ${whole(place, 'visits')}
     WHERE received_ms >= ${Math.max(0, Number(at) - CLOCKS_APART_MS)}`,
  );
  const list = days.map(({ day }) => String(day));
  await writeDays(store, list, nowMs);
}
