// Erases everything under a subject, and remembers for thirty days that what still comes under it is to be dropped.
import type { StoredEvent } from '../store.ts';
import { alter, type Store } from './alter.ts';
import { CLOCKS_APART_MS, writeDays } from './daily.ts';
import { literal, literals } from './literal.ts';
import { dayOf } from './row.ts';
import { whole } from './schema.ts';

const REMEMBERED_MS = 30 * 86_400_000;

const textsOf = (rows: readonly Readonly<Record<string, unknown>>[], column: string) =>
  rows.map((row) => String(row[column]));

/** All records of the subject of that record, and itself. */
async function recordsBeside({ connection, place }: Store, recordId: string): Promise<string[]> {
  const proofs = whole(place, 'proofs');
  const of = `SELECT DISTINCT subject FROM ${proofs} WHERE record = ${literal(recordId)} AND subject != ''`;
  const subjects = textsOf(await connection.ask(of), 'subject');
  const beside = `SELECT DISTINCT record FROM ${proofs} WHERE subject IN ${literals(subjects)}`;
  const records = subjects.length > 0 ? textsOf(await connection.ask(beside), 'record') : [];
  return [...new Set([recordId, ...records])];
}

async function remember({ connection, place }: Store, records: string[], nowMs: number) {
  const rows = records.map((record) => ({
    record,
    day: dayOf(nowMs),
    erased_ms: nowMs,
    version: String(nowMs),
  }));
  await connection.insert(whole(place, 'erased'), rows);
}

async function removeFrom(store: Store, table: 'visits' | 'proofs', records: string[]) {
  const under = `WHERE record IN ${literals(records)}`;
  const from = `FROM ${whole(store.place, table)} ${under}`;
  const rows = await store.connection.ask(`SELECT day, uniqExact(id) AS n ${from} GROUP BY day`);
  if (rows.length === 0) return { count: 0, days: [] };
  const [{ n } = { n: 0 }] = await store.connection.ask(`SELECT uniqExact(id) AS n ${from}`);
  await alter(store, table, `DELETE ${under}`);
  return { count: Number(n), days: textsOf(rows, 'day') };
}

/**
 * Resolves with how many events went.
 *
 * @param inserted waits for what is being inserted and looked for erased records before these were.
 */
export async function erase(
  store: Store,
  recordId: string,
  { nowMs, inserted }: { readonly nowMs: number; readonly inserted: () => Promise<void> },
): Promise<number> {
  const records = await recordsBeside(store, recordId);
  // First, so that nothing more is written under them.
  await remember(store, records, nowMs);
  await inserted();
  const visits = await removeFrom(store, 'visits', records);
  const proofs = await removeFrom(store, 'proofs', records);
  await writeDays(store, visits.days, nowMs);
  return visits.count + proofs.count;
}

const erasedSince = ({ place }: Store, nowMs: number) =>
  `FROM ${whole(place, 'erased')} WHERE erased_ms >= ${nowMs - REMEMBERED_MS}`;

/** Knows which records were erased, here or by another receiver; asks anew before each insert for the newest alone. */
export function createErased(store: Store) {
  const erased = new Map<string, number>();
  let seenMs = 0;
  return async (events: readonly StoredEvent[], nowMs: number): Promise<readonly StoredEvent[]> => {
    const fromMs = Math.max(seenMs - CLOCKS_APART_MS, nowMs - REMEMBERED_MS);
    const found = await store.connection.ask(
      `SELECT record, max(erased_ms) AS at FROM ${whole(store.place, 'erased')}
       WHERE erased_ms >= ${fromMs} GROUP BY record`,
    );
    for (const { record, at } of found) erased.set(String(record), Number(at));
    seenMs = nowMs;
    for (const [record, at] of erased) if (at < nowMs - REMEMBERED_MS) erased.delete(record);
    return erased.size === 0 ? events : events.filter(({ recordId }) => !erased.has(recordId));
  };
}

/** What another process wrote while it was being erased here, and what need not be remembered any more. */
export async function eraseStragglers(store: Store, nowMs: number): Promise<void> {
  const records = textsOf(
    await store.connection.ask(`SELECT DISTINCT record ${erasedSince(store, nowMs)}`),
    'record',
  );
  for (const table of ['visits', 'proofs'] as const) {
    const { days } = await removeFrom(store, table, records);
    if (table === 'visits') await writeDays(store, days, nowMs);
  }
  const old = `erased_ms < ${nowMs - REMEMBERED_MS}`;
  const [{ n } = { n: 0 }] = await store.connection.ask(
    `SELECT count() AS n FROM ${whole(store.place, 'erased')} WHERE ${old}`,
  );
  if (Number(n) > 0) await alter(store, 'erased', `DELETE WHERE ${old}`);
}
