// The one way into the widget's database; it is opened for each use and closed at once.
import { promisifyRequest } from 'idb-keyval';
import { NAME } from '../../core/name.ts';

export const OBJECT_STORE = 'keyval';
/** As long a press, a first paint, a release may wait. A healthy open takes a few ms; a hanging one never ends (F-04, F-05). */
export const LIMIT_MS = 600;

/** There is no such database, or it was made by another script; not a fault. */
export const MISSING = Symbol();

/**
 * The database if it is there: nothing is stored before a choice, not even an empty one (L-10). Rejects
 * with `MISSING` where it is not.
 *
 * @param isChoice whether a choice is to be written: then it is made.
 */
async function openDatabase(isChoice: boolean): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onupgradeneeded = () => {
      if (isChoice) return void request.result.createObjectStore(OBJECT_STORE);
      request.transaction?.abort();
      // Not when that is through: a question would wait for it.
      reject(MISSING);
    };
    promisifyRequest(request).then(resolve, reject);
  });
  // Any script that opened the name first left it without our object store; writing heals that (F-09).
  if (database.objectStoreNames.contains(OBJECT_STORE)) return database;
  database.close();
  throw MISSING;
}

/**
 * Whether the browser lists our database, which takes less than opening it. A promise of `undefined` where that cannot
 * be told.
 */
export async function isListed(): Promise<boolean | undefined> {
  try {
    // In a sandbox Chromium tells the page of a fault that nobody can catch.
    return origin === 'null'
      ? undefined
      : (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return undefined;
  }
}

/**
 * Works in one transaction, however long the disk takes. The connection is closed at once: an open one
 * blocks every other tab's upgrade or deletion (F-05, F-06).
 */
export async function work<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => Promise<T>,
  isChoice = false,
): Promise<T> {
  const database = await openDatabase(isChoice);
  try {
    // A choice is to be on the disk itself, not on its way there (F-12).
    const durability = isChoice ? 'strict' : 'default';
    const transaction = database.transaction(OBJECT_STORE, mode, { durability });
    return await run(transaction.objectStore(OBJECT_STORE));
  } finally {
    database.close();
  }
}
