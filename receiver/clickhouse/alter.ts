// Changes what is stored already, and waits until it is changed: ClickHouse does that behind one's back.
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.ts';
import { literal } from './literal.ts';
import { local, type Place, type TableName } from './schema.ts';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2000;
/** Mutations of large tables take their time. */
const GIVE_UP_MS = 3_600_000;

export interface Store {
  readonly connection: Connection;
  readonly place: Place;
}

/** Whether a mutation of that table is still being done, on any server. */
async function isBeingAltered({ connection, place }: Store, table: TableName): Promise<boolean> {
  const [, name = ''] = local(place, table).split('.');
  const rows = await connection.askEach(
    `SELECT count() AS n FROM system.mutations
     WHERE database = ${literal(place.database)} AND table = ${literal(name)} AND is_done = 0`,
  );
  return rows.some(({ n }) => Number(n) > 0);
}

/**
 * On every server, as `DELETE WHERE …` or `UPDATE … WHERE …`. Resolves once it is done.
 *
 * @throws Error where it is not done within an hour; it goes on all the same.
 */
export async function alter(store: Store, table: TableName, how: string): Promise<void> {
  await store.connection.everywhere(`ALTER TABLE ${local(store.place, table)} ${how}`);
  const startedAt = performance.now();
  let pauseMs = FIRST_PAUSE_MS;
  while (await isBeingAltered(store, table)) {
    if (performance.now() - startedAt > GIVE_UP_MS) {
      throw new Error(
        `ClickHouse: ${table} is being altered for over an hour: see system.mutations`,
      );
    }
    await pause(pauseMs);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}
