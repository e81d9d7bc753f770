// Reads the history from IndexedDB, and from memory within a second where that is not to be had.
import { promisifyRequest } from 'idb-keyval';
import type { Announce } from '../../core/announcements.ts';
import { type Draft, isOwed } from '../../core/choice/draft.ts';
import type { History, StoragePlace } from '../../core/choice/history.ts';
import { withinMs } from '../deadline.ts';
import { DRAFT, HISTORY, SEAL } from './keys.ts';
import { LIMIT_MS, MISSING, work } from './open.ts';
import { sealOf } from './seal.ts';

/** How long a question waits for a disk that does not even open: a hanging one never does (F-04). */
const OPENS_MS = 1400;
/** And for one that is there: so somebody has answered here before. */
const READS_MS = 10_000;

export const asHistory = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

/** What lies on disk: the history, its seal as it was written, and a no whose record is owed. */
export type Loaded = readonly [history?: unknown, seal?: unknown, draft?: unknown];

/**
 * The history on disk, however long that takes; rejects where there is none to be had.
 *
 * @param onOpen called once the database has opened.
 */
export const loadOnce = (onOpen?: () => void): Promise<Loaded> =>
  work('readonly', (store) => {
    onOpen?.();
    const get = (key: string) => promisifyRequest<unknown>(store.get(key));
    return Promise.all([get(HISTORY), get(SEAL), get(DRAFT)]);
  }).catch((error: unknown) => {
    if (error === MISSING) return [];
    throw error;
  });

/** Once more when the first connection was lost (F-06). */
const load = (onOpen: () => void): Promise<Loaded> =>
  loadOnce(onOpen).catch(() => loadOnce(onOpen));

/** The history where nobody else has written; else none, so that nothing is granted by it (F-44). */
async function unedited([history, seal]: Loaded, announce: Announce): Promise<readonly unknown[]> {
  // What has no canonical form has no seal of ours; nothing needs none.
  if (!history || seal === (await sealOf(history).catch(() => 0))) return asHistory(history);
  announce('error', { what: 'history', path: HISTORY, expected: 'as written' });
  return [];
}

const write = (draft: Draft): Promise<void> =>
  work(
    'readwrite',
    async (store) => {
      store.put(draft, DRAFT);
      // Whatever becomes of the page now, it needs that no more (F-20).
      store.transaction.commit();
      await promisifyRequest(store.transaction);
    },
    true,
  );

/** @param isThere whether the browser lists it: one that it does not holds no answer to wait for. */
const patiently = async (reading: Promise<unknown>, isThere: () => unknown): Promise<unknown> =>
  isThere() !== false &&
  withinMs(OPENS_MS, reading)
    .catch(() => isThere() && withinMs(READS_MS, reading))
    .catch(() => undefined);

/** Whether the browser lists our database; `undefined` where it cannot tell. */
type Listed = Promise<boolean | undefined>;

/** Told from a record by `after`, also where somebody else wrote it without (F-44). */
const withDraft = (known: readonly unknown[], draft: Draft | undefined): readonly unknown[] =>
  draft ? [...known, { after: undefined, ...draft }] : known;

/**
 * @param hearLate called when the disk answers after all, so that the page takes over what it holds.
 * @param listed whether the browser lists our database: it is waited for then, though it has not opened yet.
 */
export function createHistory(hearLate: () => void, announce: Announce, listed?: Listed): History {
  let noted: Draft | undefined;
  /** The page knows more than the disk. */
  let isAhead = false;
  /** There is such a database, however long it takes to open. */
  let isThere: boolean | undefined;
  void listed?.then((isListed) => (isThere ||= isListed));
  /** The last read; what an older one brings is no longer of use. */
  let reading: Promise<() => void> | undefined;
  let hasLate = false;
  let hasRead = false;

  async function begin(): Promise<() => void> {
    const before = noted;
    const loaded = await load(() => (isThere = true));
    const known = await unedited(loaded, announce);
    return () => {
      hasRead = true;
      if (!isAhead) history.hold(known, true, noted === before ? (loaded[2] as Draft) : noted);
    };
  }

  /** What came too late for the read that wanted it is what the next one gets. */
  function hear(takeOver: () => void): void {
    takeOver();
    hasLate = true;
    hearLate();
  }

  const lose = () => (history.place = 'memory');
  const history = {
    known: [] as readonly unknown[],
    place: 'indexeddb' as StoragePlace,
    get draft() {
      return isOwed(noted, history.known) ? noted : undefined;
    },
    async read() {
      if (!isAhead && !hasLate) {
        const loading = (reading = begin());
        await withinMs(LIMIT_MS, loading)
          .then((takeOver) => takeOver())
          .catch(() => {
            // One that has been read before is only slow.
            if (!hasRead) lose();
            loading.then((takeOver) => reading === loading && hear(takeOver), lose);
          });
      }
      hasLate = false;
      return withDraft(history.known, history.draft);
    },
    async note(draft: Draft, onWritten: () => void) {
      noted = draft;
      await withinMs(LIMIT_MS, write(draft).then(onWritten)).catch(() => undefined);
      return withDraft(history.known, history.draft);
    },
    settled: async () =>
      history.place === 'memory' && patiently(Promise.resolve(reading), () => isThere),
    hold(known: readonly unknown[], isOnDisk: boolean, draft?: Draft) {
      noted = draft;
      isAhead = !isOnDisk;
      Object.assign(history, { known, place: isOnDisk ? 'indexeddb' : 'memory' });
    },
    hearLate,
  };
  return history;
}
