// Deletes what is too old, each attribute by its own age; nothing is altered where nothing is too old.
import type { Expiry } from '../store.ts';
import { alter, type Store } from './alter.ts';
import { writeNewDays } from './daily.ts';
import { eraseStragglers } from './erasure.ts';
import { literal } from './literal.ts';
import { NUMBER_COLUMNS, TEXT_COLUMNS } from './row.ts';
import { type TableName, whole } from './schema.ts';

/** What has no end has none that ClickHouse could read. */
const isOlder = (beforeMs: number) => `received_ms < ${Math.trunc(Math.max(0, beforeMs))}`;

async function alterWhere(store: Store, table: TableName, what: string, where: string) {
  const [{ n } = { n: 0 }] = await store.connection.ask(
    `SELECT count() AS n FROM ${whole(store.place, table)} WHERE ${where}`,
  );
  if (Number(n) > 0) await alter(store, table, `${what} WHERE ${where}`);
}

const columnOf = (columns: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(columns, name) ? columns[name] : undefined;

/** An attribute can stand in its column, and with another type than usual among the others. */
async function cut(store: Store, attribute: string, beforeMs: number): Promise<void> {
  const old = isOlder(beforeMs);
  const text = columnOf(TEXT_COLUMNS, attribute);
  const number = columnOf(NUMBER_COLUMNS, attribute);
  if (text) await alterWhere(store, 'visits', `UPDATE ${text} = ''`, `${old} AND ${text} != ''`);
  if (number) {
    await alterWhere(store, 'visits', `UPDATE ${number} = NULL`, `${old} AND isNotNull(${number})`);
  }
  const name = literal(attribute);
  const others = `UPDATE more_value = arrayFilter((v, k) -> k != ${name}, more_value, more_name),
    more_name = arrayFilter(k -> k != ${name}, more_name)`;
  await alterWhere(store, 'visits', others, `${old} AND has(more_name, ${name})`);
}

/** Resolves once all of it is gone, and the days are worked out. */
export async function expire(store: Store, before: Expiry, nowMs: number): Promise<void> {
  await eraseStragglers(store, nowMs);
  // First, so that what goes now was counted.
  await writeNewDays(store, nowMs);
  await alterWhere(store, 'visits', 'DELETE', isOlder(before.visitsBeforeMs));
  await alterWhere(store, 'proofs', 'DELETE', isOlder(before.proofsBeforeMs));
  for (const [attribute, ms] of Object.entries(before.attributesBeforeMs)) {
    await cut(store, attribute, ms);
  }
}
