// A browser's storage, whole or broken on purpose, and what is in it. For tests only.
import { vi } from 'vitest';
import type { ConsentRecord } from '../core/choice.ts';
import { answerOf, SETTINGS } from '../core/fakes.ts';
import { after } from './after.ts';
import { createChoiceStore, DATABASE, OBJECT_STORE } from './choice-store.ts';

export const storeOf = (onLate = () => {}) => createChoiceStore(onLate);
export type Store = ReturnType<typeof storeOf>;

let answers = 0;

/** What keeping needs of the outside, on this site, a second after the last time: two at once are a case of their own (F-15). */
export const outsideOf = (choices: Store, aheadMs = ++answers * 1000) => ({
  choices,
  clock: { now: () => Date.now() + aheadMs },
  signals: { gpc: false },
  build: 'test',
  origin: 'here',
});

/** Keeps a yes to these; resolves to what each record of the history grants of them. */
export async function keep(choices: Store, ...granted: string[]): Promise<unknown[]> {
  return grantedIn(await after.keep(answerOf(granted), SETTINGS, outsideOf(choices)));
}

const grantedIn = (history: readonly unknown[]): unknown[] =>
  (history as Partial<ConsentRecord>[]).map(({ purposes = {} }) =>
    Object.keys(purposes)
      .filter((id) => id !== 'necessary' && purposes[id])
      .join(' '),
  );

/** What each record of the history grants. */
export const read = async (store = storeOf()): Promise<unknown[]> => grantedIn(await store.read());

/** Whether each record is linked to the one before it. */
export const linked = async (): Promise<boolean> => {
  const history = (await storeOf().read()) as ConsentRecord[];
  return history.every(({ previous = null }, at) => previous === (history[at - 1]?.hash ?? null));
};

/** Changes what is under a key of the database, as any script of the site can. */
export function tamper(key: string, change: (value: unknown) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onsuccess = () => {
      const transaction = request.result.transaction(OBJECT_STORE, 'readwrite');
      const store = transaction.objectStore(OBJECT_STORE);
      const found = store.get(key);
      found.onsuccess = () => store.put(change(found.result), key);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

export function deleted(): Promise<string> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve('deleted');
    request.onerror = () => resolve('error');
  });
}

export const names = async () => (await indexedDB.databases()).map(({ name }) => name);

/** Something to wait for. */
export function latch(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

type Open = typeof indexedDB.open;

export const breakOpen = (open: Open) =>
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(open);

/** A disk that answers when it is let. */
export function slowOpen(): () => void {
  const { open } = IDBFactory.prototype;
  const gate = latch();
  breakOpen((...given: Parameters<Open>) => {
    const late = {} as IDBOpenDBRequest;
    void gate.opened.then(() => {
      const request = open.apply(indexedDB, given);
      for (const type of ['onsuccess', 'onerror', 'onupgradeneeded', 'onblocked'] as const) {
        request[type] = (event: Event) => {
          Object.defineProperties(late, {
            result: { get: () => request.result, configurable: true },
            transaction: { get: () => request.transaction, configurable: true },
          });
          (late[type] as ((event: Event) => void) | null)?.(event);
        };
      }
    });
    return late;
  });
  return gate.open;
}
