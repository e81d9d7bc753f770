// Events in ClickHouse, for many sites or much traffic; several receivers can write to it at once.
import type { Store, StoredEvent } from '../store.ts';
import type { Store as Known } from './alter.ts';
import { type BatchOptions, createBatches } from './batches.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { createErased, erase } from './erasure.ts';
import { expire } from './expiry.ts';
import { identifier, literal } from './literal.ts';
import { migrate } from './migrate.ts';
import { eventOf, rowOf } from './row.ts';
import { type Cluster, type TableName, whole } from './schema.ts';
import { statistics } from './statistics.ts';
import { createTtl } from './ttl.ts';

export interface ClickHouseOptions extends ConnectionOptions, BatchOptions {
  /** Made where it is not there. Letters, digits and underscores. */
  readonly database: string;
  /** Makes `Distributed` tables over the servers of `url`; all of them must be reachable at start. */
  readonly cluster?: Cluster;
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: () => number;
}

/** A batch is written as few rows as it has; proofs stand apart from visits. */
async function insertEvents(store: Known, events: readonly StoredEvent[]): Promise<void> {
  const isProof = ({ name }: StoredEvent) => name === 's9.choice';
  const parts: [TableName, readonly StoredEvent[]][] = [
    ['proofs', events.filter(isProof)],
    ['visits', events.filter((event) => !isProof(event))],
  ];
  for (const [table, some] of parts) {
    if (some.length > 0) await store.connection.insert(whole(store.place, table), some.map(rowOf));
  }
}

async function proofOf({ connection, place }: Known, recordId: string) {
  const [row] = await connection.ask(
    `SELECT * FROM ${whole(place, 'proofs')} FINAL WHERE record = ${literal(recordId)}
     ORDER BY version DESC LIMIT 1`,
  );
  return row && eventOf(row);
}

/**
 * Makes what it needs in that database, and opens it. Needs the package `@clickhouse/client`.
 *
 * @throws RangeError for an option, TypeError for none; Error where the servers do not answer or the package is not there.
 */
export async function clickHouseStore(options: ClickHouseOptions): Promise<Store> {
  const { cluster, now = Date.now } = options;
  const place = {
    database: identifier(options.database, 'database'),
    ...(cluster && { cluster: { ...cluster, name: identifier(cluster.name, 'cluster.name') } }),
  };
  // Else the server that was asked says yes before the one that keeps it has it.
  const settings: Record<string, number> = cluster ? { insert_distributed_sync: 1 } : {};
  const connection = await connect(options, settings);
  const store: Known = { connection, place };
  try {
    await migrate(store);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const withoutErased = createErased(store);
  const setTtl = createTtl(store);
  const batches = createBatches(async (events) => {
    await insertEvents(store, await withoutErased(events, now()));
  }, options);
  return {
    write: (events) => batches.write(events),
    proof: (recordId) => proofOf(store, recordId),
    erase: (recordId) => erase(store, recordId, { nowMs: now(), inserted: batches.inserted }),
    async expire(before) {
      await expire(store, before, now());
      await setTtl(before, now());
    },
    stats: (range) => statistics(store, range),
    async close() {
      await batches.idle();
      await connection.close();
    },
  };
}
