// Keeps the history in IndexedDB, and in memory within a second where IndexedDB is not to be had.
import { get, type UseStore, update } from 'idb-keyval';
import type { ConsentRecord } from '../core/choice.ts';
import type { ChoiceStore, StoragePlace } from '../core/ports.ts';
import { withinMs } from './deadline.ts';

const DATABASE = 's9-consent';
const OBJECT_STORE = 'keyval';
const KEY = 'history';
/** A healthy open takes a few ms; a hanging one never ends (F-04, F-05). Two tries fit into a second. */
const TRY_MS = 450;
/** Another tab can be faster many times over, but each round one of them gets through. */
const MAX_ROUNDS = 1000;

const failure = (request: IDBRequest): Error => request.error ?? new Error('blocked');

/** `null` when there is none yet and none is to be made: nothing is stored before a choice (L-10). */
function openDatabase(mayCreate: boolean, onLost: () => void): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => {
      if (mayCreate) request.result.createObjectStore(OBJECT_STORE);
      else {
        request.transaction?.abort();
        resolve(null);
      }
    };
    request.onblocked = request.onerror = () => reject(failure(request));
    request.onsuccess = () => {
      const database = request.result;
      // A tab that deletes or upgrades the database must not wait for this one (F-05).
      database.onversionchange = () => {
        database.close();
        onLost();
      };
      database.onclose = onLost;
      resolve(database);
    };
  });
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onblocked = request.onerror = () => reject(failure(request));
  });
}

/** Any script that opened the name first left it without our object store, for ever (F-09). */
async function openWhole(mayCreate: boolean, onLost: () => void): Promise<IDBDatabase | null> {
  const database = await openDatabase(mayCreate, onLost);
  if (!database || database.objectStoreNames.contains(OBJECT_STORE)) return database;
  database.close();
  await deleteDatabase();
  return openDatabase(mayCreate, onLost);
}

/** What reading finds when there is no database; not a fault. */
const EMPTY = Symbol();

/** One connection, opened when first needed, opened afresh after it was lost. */
function createConnection(): { use: UseStore; forget(): void } {
  let opening: Promise<IDBDatabase | null> | undefined;
  const forget = (): void => {
    const late = opening;
    opening = undefined;
    // One that opens after all, too late, would only block others.
    late?.then((database) => database?.close()).catch(() => undefined);
  };
  return {
    forget,
    use: async (mode, callback) => {
      opening ??= openWhole(mode === 'readwrite', () => (opening = undefined));
      const database = await opening;
      if (!database) {
        opening = undefined;
        throw EMPTY;
      }
      const transaction = database.transaction(OBJECT_STORE, mode, { durability: 'strict' });
      return callback(transaction.objectStore(OBJECT_STORE));
    },
  };
}

const asHistory = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const idOf = (entry: unknown): unknown => (entry as Partial<ConsentRecord> | undefined)?.recordId;

export function createChoiceStore(): ChoiceStore {
  const connection = createConnection();
  let place: StoragePlace = 'indexeddb';
  let known: readonly unknown[] = [];

  /** Once more on a fresh connection, then memory for as long as the page lives (F-06). */
  async function onDisk<T>(work: (use: UseStore) => Promise<T>): Promise<T | null> {
    for (let tries = 0; tries < 2 && place === 'indexeddb'; tries++) {
      try {
        return await withinMs(TRY_MS, work(connection.use));
      } catch (error) {
        if (error === EMPTY) return null;
        connection.forget();
      }
    }
    place = 'memory';
    return null;
  }

  async function read(): Promise<readonly unknown[]> {
    const stored = await onDisk((use) => get<unknown>(KEY, use).then(asHistory));
    known = stored ?? known;
    return known;
  }

  /** Adds the record unless another tab added one meanwhile: read, compare and write in one go (F-15). */
  async function add(record: ConsentRecord, after: unknown): Promise<boolean> {
    let added = true;
    let next: unknown[] = [...known, record];
    await onDisk((use) =>
      update<unknown>(
        KEY,
        (value) => {
          const history = asHistory(value);
          added = idOf(history.at(-1)) === idOf(after);
          next = added ? [...history, record] : history;
          return next;
        },
        use,
      ),
    );
    known = next;
    return added;
  }

  return {
    read,
    async append(make) {
      await read();
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const newest = known.at(-1);
        if (await add(await make(newest), newest)) break;
      }
      return known;
    },
    get place() {
      return place;
    },
  };
}
