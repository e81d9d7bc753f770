// A browser's storage, whole or broken on purpose, and what is in it. For tests only.
import { vi } from 'vitest';
import type { ConsentRecord } from '../core/choice/choice.ts';
import { answerOf, SETTINGS } from '../core/choice/fakes.ts';
import { fakeWorld } from '../core/fakes.ts';
import { NAME } from '../core/name.ts';
import type { Ports } from '../core/ports.ts';
import { announce } from './announce/page.ts';
import { createKeeper } from './answer.ts';
import { createHistory } from './database/history.ts';
import { OBJECT_STORE } from './database/open.ts';
import { deleteLeaves } from './held/clean-up.ts';
import { createProofs } from './telemetry/proofs.ts';

export const storeOf = (hearLate = () => {}) => createHistory(hearLate, announce);
export type Store = ReturnType<typeof storeOf>;

let answers = 0;

/** A page on this site, a second after the last one: two at once are a case of their own (F-15). */
export const portsOf = (history: Store, aheadMs = ++answers * 1000): Ports => ({
  ...fakeWorld().ports,
  history,
  clock: { now: () => Date.now() + aheadMs },
  origin: 'here',
});

export const keeperOf = (history: Store, settings = SETTINGS, aheadMs?: number) =>
  createKeeper(settings, portsOf(history, aheadMs), {
    loadForms: async () => null,
    loadRights: async () => null,
    loadProofs: async () => createProofs,
    loadCleanUp: async () => deleteLeaves,
  });

/** Keeps a yes to these; resolves to what each record of the history grants of them. */
export const keep = async (history: Store, ...granted: string[]): Promise<unknown[]> =>
  grantedIn(await keeperOf(history).keep(answerOf(granted)));

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
    const request = indexedDB.open(NAME);
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
    const request = indexedDB.deleteDatabase(NAME);
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

/** A healthy disk is in time, however slow the machine: no limit passes until `vi.useRealTimers()`. */
export const waitForDisk = (): unknown => vi.useFakeTimers({ toFake: ['setTimeout'] });

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
