// Makes the tables, step by step, and never a step twice; a database of a newer release is left alone.
import type { Store } from './alter.ts';
import { migrations } from './schema.ts';

/** On each server, for each has its own tables. */
const steps = (database: string) => `${database}.migrations`;

async function stepsDone({ connection, place }: Store): Promise<number> {
  const rows = await connection.askEach(`SELECT max(step) AS step FROM ${steps(place.database)}`);
  return Math.min(...rows.map(({ step }) => Number(step)));
}

/** @throws Error where the servers do not answer, or the database is newer than this release. */
export async function migrate(store: Store): Promise<void> {
  const { connection, place } = store;
  const { database } = place;
  await connection.everywhere(`CREATE DATABASE IF NOT EXISTS ${database}`);
  await connection.everywhere(
    `CREATE TABLE IF NOT EXISTS ${steps(database)} (step UInt32, done_at DateTime)
     ENGINE = MergeTree PARTITION BY tuple() ORDER BY step`,
  );
  const done = await stepsDone(store);
  const all = migrations(place);
  if (done > all.length) {
    throw new Error(
      `ClickHouse: ${database} was made by a newer release: expected step ${all.length} at most, got ${done}`,
    );
  }
  for (const [index, statements] of all.entries()) {
    if (index < done) continue;
    for (const statement of statements) await connection.everywhere(statement);
    await connection.everywhere(`INSERT INTO ${steps(database)} SELECT ${index + 1}, now()`);
  }
}
