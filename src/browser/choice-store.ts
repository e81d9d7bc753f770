// Keeps the history in IndexedDB, and in memory within a second where IndexedDB is not to be had.
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { ConsentRecord } from '../core/choice.ts';
import type { ChoiceStore, StoragePlace } from '../core/ports.ts';
import { withinMs } from './deadline.ts';

const DATABASE = 's9-consent';
const OBJECT_STORE = 'keyval';
const KEY = 'history';
/** A healthy open takes a few ms; a hanging one never ends (F-04, F-05). */
const LIMIT_MS = 600;

/** What reading finds when there is no database; not a fault. */
const NOTHING_STORED = Symbol();

/** idb-keyval does not hear `blocked`, and so waits for ever behind another connection (F-05). */
function settled<T>(request: IDBOpenDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onblocked = reject;
    promisifyRequest(request).then(resolve as (value: unknown) => void, reject);
  });
}

function openDatabase(mayCreate: boolean): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE);
  let isMissing = false;
  request.onupgradeneeded = () => {
    // Nothing is stored before a choice, not even an empty database (L-10).
    if (mayCreate) request.result.createObjectStore(OBJECT_STORE);
    else {
      isMissing = true;
      request.transaction?.abort();
    }
  };
  return settled<IDBDatabase>(request).catch((error: unknown) => {
    throw isMissing ? NOTHING_STORED : error;
  });
}

/** Any script that opened the name first left it without our object store, for ever (F-09). */
async function openWhole(mayCreate: boolean): Promise<IDBDatabase> {
  const database = await openDatabase(mayCreate);
  if (database.objectStoreNames.contains(OBJECT_STORE)) return database;
  database.close();
  await settled(indexedDB.deleteDatabase(DATABASE));
  return openDatabase(mayCreate);
}

/** One connection, opened when first needed, opened afresh after it was lost. */
function createConnection(): { use: UseStore; forget(): void } {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    // One that opens after all, too late, would only block others.
    opening?.then((database) => database.close()).catch(() => undefined);
    opening = undefined;
  };
  return {
    forget,
    use: async (mode, callback) => {
      opening ??= openWhole(mode === 'readwrite');
      const database = await opening;
      // A tab that deletes or upgrades the database must not wait for this one (F-05).
      database.onversionchange = database.onclose = forget;
      const transaction = database.transaction(OBJECT_STORE, mode, { durability: 'strict' });
      return callback(transaction.objectStore(OBJECT_STORE));
    },
  };
}

const asHistory = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export function createChoiceStore(): ChoiceStore {
  const { use, forget } = createConnection();
  let place: StoragePlace = 'indexeddb';
  let known: unknown[] = [];

  /** Once more on a fresh connection when the first was lost (F-06). */
  const twice = (mode: IDBTransactionMode, work: Parameters<UseStore>[1]): Promise<unknown> =>
    use(mode, work).catch((error: unknown) => {
      forget();
      if (error === NOTHING_STORED) known = [];
      else return use(mode, work);
    });

  /** Memory takes over for as long as the page lives; an answer that comes too late is not heard. */
  async function onDisk(mode: IDBTransactionMode, work: Parameters<UseStore>[1]): Promise<boolean> {
    if (place === 'indexeddb') {
      await withinMs(LIMIT_MS, twice(mode, work)).catch(() => {
        place = 'memory';
        forget();
      });
    }
    return place === 'indexeddb';
  }

  return {
    async read() {
      await onDisk('readonly', async (store) => {
        known = asHistory(await promisifyRequest(store.get(KEY)));
      });
      return known;
    },

    async add(record, afterId) {
      let isAdded = true;
      const addTo = (history: unknown[]): unknown[] => {
        const newest = history.at(-1) as Partial<ConsentRecord> | undefined;
        isAdded = newest?.recordId === afterId;
        return (known = isAdded ? [...history, record] : history);
      };
      // Read, compare and write in one transaction: another tab can be at it too (F-15). Only its
      // end counts: a put that succeeded can still be undone by a full disk (F-07).
      const isKept = await onDisk('readwrite', (store) => {
        const request = store.get(KEY);
        request.onsuccess = () => store.put(addTo(asHistory(request.result)), KEY);
        return promisifyRequest(store.transaction);
      });
      if (!isKept) addTo(known.filter((entry) => entry !== record));
      return isAdded ? known : null;
    },

    get place() {
      return place;
    },
  };
}
