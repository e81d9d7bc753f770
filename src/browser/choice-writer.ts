// Keeps the record of an answer on disk, and in memory within a second where that is not to be had.
import { promisifyRequest } from 'idb-keyval';
import { type Answer, grantsBy, unasked } from '../core/choice.ts';
import { withOwed } from '../core/delivery.ts';
import { keep, type RecordStore, withRecord } from '../core/keep.ts';
import type { KeepPorts, Proof } from '../core/ports.ts';
import { makeRecord, newestIdOf, newestOf, pressNow, type RecordPorts } from '../core/record.ts';
import type { Settings } from '../core/settings.ts';
import { changeIn, DELIVERIES } from './beside-history.ts';
import {
  asHistory,
  DATABASE,
  type HeldStore,
  KEY,
  LIMIT_MS,
  load,
  OBJECT_STORE,
  SEAL,
  sealOf,
} from './choice-store.ts';
import { withinMs } from './deadline.ts';

/** What writing needs of the outside. */
type WritePorts = KeepPorts & Pick<RecordPorts, 'build'>;

/** idb-keyval does not hear `blocked`, and so waits for ever behind another connection (F-05). */
function settled<T>(request: IDBOpenDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onblocked = reject;
    promisifyRequest(request).then(resolve as (value: unknown) => void, reject);
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE);
  request.onupgradeneeded = () => void request.result.createObjectStore(OBJECT_STORE);
  return settled(request);
}

/** Any script that opened the name first left it without our object store, for ever (F-09). */
async function openWhole(): Promise<IDBDatabase> {
  const database = await open();
  if (database.objectStoreNames.contains(OBJECT_STORE)) return database;
  database.close();
  await settled(indexedDB.deleteDatabase(DATABASE));
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
  afterId: string | undefined,
  owesProof: boolean,
): Promise<boolean> {
  // Before the transaction, which ends while a digest is waited for.
  const seal = await sealOf(history);
  const database = await openWhole();
  try {
    const transaction = database.transaction(OBJECT_STORE, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(OBJECT_STORE);
    const request = store.get(KEY);
    let isMine = false;
    request.onsuccess = () => {
      isMine = newestIdOf(asHistory(request.result)) === afterId;
      if (!isMine) return;
      store.put(history, KEY);
      store.put(seal, SEAL);
      // With the record itself, so that no page that ends at once leaves one without (L-25).
      if (owesProof) changeIn(store, DELIVERIES, (before) => withOwed(before, history, Date.now()));
    };
    await promisifyRequest(transaction);
    return isMine;
  } finally {
    database.close();
  }
}

/** Each once more when its connection was lost (F-06). What others have written is kept, and counts for nothing. */
const onDisk = (owesProof: boolean): RecordStore => ({
  read: async () => asHistory((await load().catch(load))[0]),
  replace(history, afterId) {
    const attempt = () => replace(history, afterId, owesProof);
    return attempt().catch(attempt);
  },
});

const inMemory = (store: HeldStore): RecordStore => ({
  read: async () => store.known,
  replace: async () => true,
});

/**
 * Keeps a record of the answer. Where the disk does not answer in time the record counts from memory;
 * one that is written after all, late, takes over unless the person has answered again since.
 *
 * @param onKept told of each history that has the record: of one in memory, and of the late one too.
 */
export async function keepOnDisk(
  answer: Answer,
  settings: Settings,
  ports: WritePorts,
  proof: Proof,
  onKept: (history: readonly unknown[], isOnDisk: boolean) => void,
): Promise<readonly unknown[]> {
  const store = ports.choices as HeldStore;
  // One for both places: what is told under a record in memory is told under the late one.
  const press = pressNow(ports.clock, proof, newestIdOf(store.known));
  const keepIn = (choices: RecordStore) =>
    keep(answer, settings, { ...ports, choices }, proof, press);
  const writing = keepIn(onDisk(!!settings.proofEndpoint));
  try {
    const history = await withinMs(LIMIT_MS, writing);
    store.hold(history, true);
    onKept(history, true);
    return history;
  } catch {
    const history = await keepIn(inMemory(store));
    store.hold(history, false);
    onKept(history, false);
    writing.then(
      (late) => {
        onKept(late, true);
        if (store.known !== history) return;
        store.hold(late, true);
        store.onLate();
      },
      () => undefined,
    );
    return history;
  }
}

/**
 * Records that the newest choice has run out, so that no clock that is set back revives it (F-31).
 * Tried once: where a new answer was faster there is nothing left to record.
 */
export async function recordExpiry(
  settings: Settings,
  ports: WritePorts,
  proof: Proof,
): Promise<void> {
  // As read before: to read it again would tell the page of the same fault twice (F-44).
  const history = (ports.choices as HeldStore).known;
  const newest = newestOf(history);
  if (newest?.shape !== 1 || !newest.expiresAt || ports.clock.now() < newest.expiresAt) return;
  const answer = unasked(
    grantsBy(settings.policy, () => false),
    'expired',
  );
  const press = pressNow(ports.clock, proof);
  const record = await makeRecord(answer, settings, ports, history, proof, press);
  await replace(withRecord(history, record), newest.recordId, false).catch(() => false);
}
