// Reads the history from IndexedDB, and from memory within a second where that is not to be had.
import { promisifyRequest } from 'idb-keyval';
import type { ChoiceStore, StoragePlace } from '../core/ports.ts';
import { withinMs } from './deadline.ts';

const DATABASE = 's9-consent';
const OBJECT_STORE = 'keyval';
export const KEY = 'history';
/** A healthy open takes a few ms; a hanging one never ends (F-04, F-05). */
export const LIMIT_MS = 600;

type Work<T> = (store: IDBObjectStore) => Promise<T>;

/** What the writer, in a file of its own, needs besides reading. */
export interface OpenStore extends ChoiceStore {
  /** Works on the disk, however long that takes, or rejects. */
  use<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T>;
  /** The history on disk, however long that takes, or rejects. */
  load(): Promise<readonly unknown[]>;
  /** The history from now on. One that is not on disk is ahead of what is, and counts instead of it. */
  hold(history: readonly unknown[], isOnDisk: boolean): void;
  /** The history as last read or held. */
  readonly known: readonly unknown[];
  /** To be called when the disk answered after memory had taken over. */
  onLate(): void;
}

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

/** @param onLate called when the disk answers after all, so that the history is read again. */
export function createChoiceStore(onLate: () => void): OpenStore {
  let opening: Promise<IDBDatabase> | undefined;
  let known: readonly unknown[] = [];
  let place: StoragePlace = 'indexeddb';
  let isAhead = false;

  const forget = (): void => {
    opening?.then((database) => database.close()).catch(() => undefined);
    opening = undefined;
  };

  async function once<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> {
    opening ??= openWhole(mode === 'readwrite');
    const database = await opening;
    // A tab that deletes or upgrades the database must not wait for this one (F-05).
    database.onversionchange = database.onclose = forget;
    const transaction = database.transaction(OBJECT_STORE, mode, { durability: 'strict' });
    return work(transaction.objectStore(OBJECT_STORE));
  }

  /** Once more on a fresh connection when the first was lost (F-06). */
  const use = <T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> =>
    once(mode, work).catch((error: unknown) => {
      forget();
      if (error === NOTHING_STORED) throw error;
      return once(mode, work);
    });

  const load = (): Promise<readonly unknown[]> =>
    use('readonly', (store) => promisifyRequest<unknown>(store.get(KEY))).then(
      (value) => (Array.isArray(value) ? value : []),
      (error: unknown) => {
        if (error !== NOTHING_STORED) throw error;
        return [];
      },
    );

  const hold = (history: readonly unknown[], isOnDisk: boolean): void => {
    known = history;
    isAhead = !isOnDisk;
    place = isOnDisk ? 'indexeddb' : 'memory';
  };

  return {
    async read() {
      if (!isAhead) {
        const loading = load();
        await withinMs(LIMIT_MS, loading).then(
          (history) => isAhead || hold(history, true),
          () => {
            place = 'memory';
            loading.then(onLate, () => undefined);
          },
        );
      }
      return known;
    },
    use,
    load,
    hold,
    onLate,
    get known() {
      return known;
    },
    get place() {
      return place;
    },
  };
}
