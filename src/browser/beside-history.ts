// What stands beside the history in its database; the database itself is never made here (L-10).
import { promisifyRequest } from 'idb-keyval';
import { DATABASE, OBJECT_STORE } from './choice-store.ts';
import { withinMs } from './deadline.ts';

/** What became of the proofs of the records. */
export const DELIVERIES = 'deliveries';

const LIMIT_MS = 1000;

/** There is no database; not a fault. */
const MISSING = Symbol();

async function openExisting(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE);
  let isMissing = false;
  request.onupgradeneeded = () => {
    isMissing = true;
    request.transaction?.abort();
  };
  return promisifyRequest(request).catch((error: unknown) => {
    throw isMissing ? MISSING : error;
  });
}

async function work<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await openExisting();
  try {
    return await run(database.transaction(OBJECT_STORE, mode).objectStore(OBJECT_STORE));
  } finally {
    database.close();
  }
}

/** `undefined` where there is no such database, or it does not answer within a second. */
const orNothing = async <T>(run: () => Promise<T>): Promise<T | undefined> =>
  withinMs(LIMIT_MS, run()).catch(() => undefined);

export const readBeside = (key: string): Promise<unknown> =>
  orNothing(() => work('readonly', (store) => promisifyRequest(store.get(key))));

/** Within a transaction that may write. */
export function changeIn<T>(
  store: IDBObjectStore,
  key: string,
  change: (before: unknown) => T,
): void {
  const request = store.get(key);
  request.onsuccess = () => void store.put(change(request.result), key);
}

/**
 * Changes a value in one transaction, so that no other tab comes between; resolves to the new value
 * once it is on disk, or to `undefined` when it could not be kept.
 */
export const changeBeside = <T>(
  key: string,
  change: (before: unknown) => T,
): Promise<T | undefined> =>
  orNothing(() =>
    work('readwrite', async (store) => {
      let after: T | undefined;
      changeIn(store, key, (before) => (after = change(before)));
      await promisifyRequest(store.transaction);
      return after;
    }),
  );

/** `null` when they cannot be read. */
const keys = (): Promise<string[] | null> =>
  withinMs(
    LIMIT_MS,
    work('readonly', (store) => promisifyRequest(store.getAllKeys())),
  ).then(
    (found) => found.map(String),
    (error: unknown) => (error === MISSING ? [] : null),
  );

const clear = (): Promise<true | undefined> =>
  orNothing(() =>
    work('readwrite', async (store) => {
      store.clear();
      await promisifyRequest(store.transaction);
      return true as const;
    }),
  );

/** Deletes the history and all beside it; tells the keys that are gone, and what may still be there. */
export async function deleteAll(): Promise<{ deleted: string[]; remains: string[] }> {
  const found = await keys();
  if (!found) return { deleted: [], remains: [DATABASE] };
  if (found.length > 0 && !(await clear())) return { deleted: [], remains: found };
  // Where another tab keeps it open, an empty one is left until that tab is closed.
  await orNothing(() => promisifyRequest(indexedDB.deleteDatabase(DATABASE)));
  return { deleted: found, remains: [] };
}
