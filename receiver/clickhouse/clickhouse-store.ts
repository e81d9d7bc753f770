// Events in ClickHouse, for many sites or much traffic; several receivers can write to it at once.
import type { Store, StoredEvent } from '../store.ts';
import type { Store as Known } from './alter.ts';
import { type BatchOptions, busy, createBatches } from './batches.ts';
import { type ConnectionOptions, connect, urlsOf } from './connection.ts';
import { createErased, erase } from './erasure.ts';
import { expire } from './expiry.ts';
import { identifier, literal } from './literal.ts';
import { migrate } from './migrate.ts';
import { eventOf, rowOf } from './row.ts';
import { type Cluster, type Place, type TableName, whole } from './schema.ts';
import { statistics } from './statistics.ts';
import { createTtl } from './ttl.ts';

export interface ClickHouseOptions extends ConnectionOptions, BatchOptions {
  /** Made where it is not there. Letters, digits and underscores. */
  readonly database: string;
  /** Makes `Distributed` tables over the servers of `url`, all of which must be there at the start. */
  readonly cluster?: Cluster;
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: () => number;
}

export interface ClickHouseStore extends Store {
  /** Resolves once its tables are there; rejects where the servers do not answer, or the package is not installed. */
  readonly opened: Promise<void>;
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

const placeOf = ({ database, cluster }: ClickHouseOptions): Place => ({
  database: identifier(database, 'database'),
  ...(cluster && { cluster: { ...cluster, name: identifier(cluster.name, 'cluster.name') } }),
});

/** With its tables made. */
async function reach(options: ClickHouseOptions, place: Place): Promise<Known> {
  // Else the server that was asked says yes before the one that keeps it has it.
  const settings: Record<string, number> = place.cluster ? { insert_distributed_sync: 1 } : {};
  const store: Known = { connection: await connect(options, settings), place };
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.connection.close();
    throw error;
  }
}

async function open(options: ClickHouseOptions, place: Place): Promise<Store> {
  const { now = Date.now } = options;
  const store = await reach(options, place);
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
      await store.connection.close();
    },
  };
}

/**
 * Makes what it needs in that database and opens it, at once; where that cannot be done it is tried again at the next
 * call, and writing says `StoreBusy` meanwhile. Needs the package `@clickhouse/client`.
 *
 * @throws TypeError with the option, and what was expected of it.
 * @example const store = clickHouseStore({ url: 'http://127.0.0.1:8123', database: 'visits' });
 */
export function clickHouseStore(options: ClickHouseOptions): ClickHouseStore {
  const place = placeOf(options);
  urlsOf(options.url);
  let opening: Promise<Store> | undefined;
  const opened = (): Promise<Store> => {
    opening ??= open(options, place).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const first = opened().then(() => undefined);
  // Each call rejects with it as well; whoever makes none is told by `opened`.
  first.catch(() => undefined);
  return {
    opened: first,
    async write(events) {
      const store = await opened().catch((error: unknown) => {
        throw busy(error);
      });
      await store.write(events);
    },
    proof: async (recordId) => (await opened()).proof(recordId),
    erase: async (recordId) => (await opened()).erase(recordId),
    expire: async (before) => (await opened()).expire(before),
    stats: async (range) => (await opened()).stats(range),
    async close() {
      await opening?.then(
        (store) => store.close(),
        () => undefined,
      );
    },
  };
}
