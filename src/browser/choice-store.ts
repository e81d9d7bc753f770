// Reads the history from IndexedDB, and from memory within a second where that is not to be had.
import { promisifyRequest } from 'idb-keyval';
import { canonical } from '../core/policy.ts';
import type { ChoiceStore, StoragePlace } from '../core/ports.ts';
import { withinMs } from './deadline.ts';
import { announce } from './page-events.ts';

export const DATABASE = 's9-consent';
export const OBJECT_STORE = 'keyval';
export const KEY = 'history';
/** Beside the history, written with it: see `sealOf`. */
export const SEAL = 'seal';
/** A healthy open takes a few ms; a hanging one never ends (F-04, F-05). */
export const LIMIT_MS = 600;

/** What the writer, in a file of its own, needs besides reading. */
export interface HeldStore extends ChoiceStore {
  /** The history from now on. One that is not on disk is ahead of what is, and counts instead of it. */
  hold(history: readonly unknown[], isOnDisk: boolean): void;
  /** To be called when the disk answered after memory had taken over. */
  onLate(): void;
}

export const asHistory = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

/** What lies on disk: the history, and its seal as it was written. */
export type Loaded = readonly [history?: unknown, seal?: unknown];

/**
 * SHA-256 of a whole history, as the numbers of its bytes; empty on a page without Web Crypto. Whoever
 * edits, deletes, reorders or repeats records without knowing of it breaks it (F-44). A script of the
 * same site that does know can make it anew: nothing on the device can keep it from that.
 */
export const sealOf = async (history: unknown): Promise<string> =>
  String(
    new Uint8Array(
      (await (crypto.subtle as SubtleCrypto | undefined)?.digest(
        'SHA-256',
        new TextEncoder().encode(canonical(history)),
      )) as ArrayBuffer,
    ),
  );

/**
 * The history on disk, however long that takes; rejects where there is none to be had. The connection
 * is closed at once: an open one blocks every other tab's upgrade or deletion (F-05, F-06).
 */
export async function load(): Promise<Loaded> {
  const request = indexedDB.open(DATABASE);
  let isMissing = false;
  // Nothing is stored before a choice, not even an empty database (L-10).
  request.onupgradeneeded = () => {
    isMissing = true;
    request.transaction?.abort();
  };
  try {
    const database = await promisifyRequest(request);
    // Any script that opened the name first left it without our object store; writing heals that (F-09).
    isMissing = !database.objectStoreNames.contains(OBJECT_STORE);
    try {
      const store = database.transaction(OBJECT_STORE).objectStore(OBJECT_STORE);
      const get = (key: string) => promisifyRequest<unknown>(store.get(key));
      return await Promise.all([get(KEY), get(SEAL)]);
    } finally {
      database.close();
    }
  } catch (error) {
    if (isMissing) return [];
    throw error;
  }
}

/** The history where nobody else has written; else none, so that nothing is granted by it (F-44). */
async function unedited([history, seal]: Loaded): Promise<readonly unknown[]> {
  // What has no canonical form has no seal of ours.
  if (seal === (await sealOf(history).catch(() => 0))) return asHistory(history);
  if (history) announce('error', { path: KEY, expected: 'as written' });
  return [];
}

/** @param onLate called when the disk answers after all, so that the history is read again. */
export function createChoiceStore(onLate: () => void): HeldStore {
  let known: readonly unknown[] = [];
  let place: StoragePlace = 'indexeddb';
  let isAhead = false;

  const hold = (history: readonly unknown[], isOnDisk: boolean): void => {
    known = history;
    isAhead = !isOnDisk;
    place = isOnDisk ? 'indexeddb' : 'memory';
  };

  return {
    async read() {
      if (!isAhead) {
        // Once more when the first connection was lost (F-06).
        const loading = load().catch(load).then(unedited);
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
