// Writes the history to IndexedDB, whatever other tabs and other scripts do meanwhile.
import { promisifyRequest } from 'idb-keyval';
import { type Draft, isOwed } from '../../core/choice/draft.ts';
import type { RecordStore } from '../../core/choice/history.ts';
import { newestIdOf, newestOf } from '../../core/choice/record.ts';
import { NAME } from '../../core/name.ts';
import { withOwed } from '../../core/telemetry/delivery.ts';
import { endWhenFrozen } from './frozen.ts';
import { asHistory, loadOnce } from './history.ts';
import { DELIVERIES, DRAFT, HISTORY, SEAL } from './keys.ts';
import { OBJECT_STORE } from './open.ts';
import { sealOf } from './seal.ts';
import { changeIn } from './values.ts';

/** idb-keyval does not hear `blocked`, and so waits for ever behind another connection (F-05). */
function opened<T>(request: IDBOpenDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onblocked = reject;
    promisifyRequest(request).then(resolve as (value: unknown) => void, reject);
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME);
  request.onupgradeneeded = () => void request.result.createObjectStore(OBJECT_STORE);
  return opened(request);
}

/** With our object store, and not another's of that name, whose values have to name their own key. */
const isWhole = (database: IDBDatabase): boolean =>
  database.objectStoreNames.contains(OBJECT_STORE) &&
  database.transaction(OBJECT_STORE).objectStore(OBJECT_STORE).keyPath === null;

/** Any script that opened the name first left it without our object store, for ever (F-09). */
async function openWhole(): Promise<IDBDatabase> {
  const database = await open();
  if (isWhole(database)) return database;
  database.close();
  await opened(indexedDB.deleteDatabase(NAME));
  return open();
}

/**
 * Reads, compares and writes in one transaction: another tab can be at it too (F-15). Only its end
 * counts: a put that succeeded can still be undone by a full disk (F-07).
 *
 * @param owesProof whether a receiver is to have the proof of the newest record.
 */
async function replace(
  history: readonly unknown[],
  newestId: string | undefined,
  owesProof: boolean,
): Promise<boolean> {
  // Before the transaction, which ends while a digest is waited for.
  const seal = await sealOf(history);
  const database = await openWhole();
  try {
    const transaction = database.transaction(OBJECT_STORE, 'readwrite', { durability: 'strict' });
    // A no was noted before, and a yes that is not on disk counts for nothing (F-12).
    endWhenFrozen(transaction);
    const store = transaction.objectStore(OBJECT_STORE);
    const request = store.get(HISTORY);
    let isMine = false;
    request.onsuccess = () => {
      isMine = newestIdOf(asHistory(request.result)) === newestId;
      if (!isMine) return;
      store.put(history, HISTORY);
      store.put(seal, SEAL);
      const noted = store.get(DRAFT);
      noted.onsuccess = () => {
        if (!isOwed(noted.result as Draft | undefined, history)) store.delete(DRAFT);
      };
      // With the record itself, so that no page that ends at once leaves one without (L-25).
      if (owesProof) changeIn(store, DELIVERIES, (before) => withOwed(before, history, Date.now()));
    };
    await promisifyRequest(transaction);
    return isMine;
  } finally {
    database.close();
  }
}

/**
 * Each once more when its connection was lost (F-06). What others have written is kept, and counts for
 * nothing.
 *
 * @param hasReceiver whether a receiver is to have the proof of each choice; that one ran out is none.
 */
export const createDisk = (hasReceiver: boolean): RecordStore => ({
  read: async () => asHistory((await loadOnce().catch(() => loadOnce()))[0]),
  replace(history, newestId) {
    const owesProof = hasReceiver && newestOf(history)?.source !== 'expired';
    const attempt = () => replace(history, newestId, owesProof);
    return attempt().catch(attempt);
  },
});
