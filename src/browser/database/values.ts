// Values in the database, by key; where there is no database, none is made (L-10).
import { promisifyRequest } from 'idb-keyval';
import { NAME } from '../../core/name.ts';
import { withinMs } from '../deadline.ts';
import { endWhenFrozen } from './frozen.ts';
import { LIMIT_MS, MISSING, work } from './open.ts';

/** `undefined` where there is no such database, or it does not answer in time. */
const orNothing = async <T>(run: () => Promise<T>): Promise<T | undefined> =>
  withinMs(LIMIT_MS, run()).catch(() => undefined);

export const readValue = (key: string): Promise<unknown> =>
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
export const changeValue = <T>(
  key: string,
  change: (before: unknown) => T,
): Promise<T | undefined> =>
  orNothing(() =>
    work('readwrite', async (store) => {
      endWhenFrozen(store.transaction);
      let changed: T | undefined;
      changeIn(store, key, (before) => (changed = change(before)));
      await promisifyRequest(store.transaction);
      return changed;
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

/** Deletes everything; tells the keys that are gone, and what may still be there. */
export async function deleteAll(): Promise<{ deleted: string[]; remains: string[] }> {
  const found = await keys();
  if (!found) return { deleted: [], remains: [NAME] };
  if (found.length > 0 && !(await clear())) return { deleted: [], remains: found };
  // Where another tab keeps it open, an empty one is left until that tab is closed.
  await orNothing(() => promisifyRequest(indexedDB.deleteDatabase(NAME)));
  return { deleted: found, remains: [] };
}
