import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsentRecord, recordInForce } from '../core/choice.ts';
import { answerOf, POLICY, SETTINGS } from '../core/fakes.ts';
import { after } from './after.ts';
import { createChoiceStore } from './choice-store.ts';
import { recordExpiry } from './choice-writer.ts';
import { proof } from './proof.ts';

const NAME = 's9-consent';

const storeOf = (onLate = () => {}) => createChoiceStore(onLate);
type Store = ReturnType<typeof storeOf>;

/** Keeps a yes to these; resolves to what each record of the history grants of them. */
async function keep(choices: Store, ...granted: string[]): Promise<unknown[]> {
  const outside = { choices, clock: Date, signals: { gpc: false }, build: 'test' };
  const origin = location.origin;
  return grantedIn(await after.keep(answerOf(granted), SETTINGS, { ...outside, origin }));
}

const grantedIn = (history: readonly unknown[]): unknown[] =>
  (history as Partial<ConsentRecord>[]).map(({ purposes = {} }) =>
    Object.keys(purposes)
      .filter((id) => id !== 'necessary' && purposes[id])
      .join(' '),
  );
const read = async (store = storeOf()): Promise<unknown[]> => grantedIn(await store.read());

const linked = async (): Promise<boolean> => {
  const history = (await storeOf().read()) as ConsentRecord[];
  return history.every(({ previous = null }, at) => previous === (history[at - 1]?.hash ?? null));
};

function deleted(): Promise<string> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve('deleted');
    request.onerror = () => resolve('error');
  });
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(async () => void (await deleted()));
afterEach(() => void vi.restoreAllMocks());

describe('a healthy database', () => {
  it('L-10 is not made by reading', async () => {
    const store = storeOf();
    expect(await store.read()).toEqual([]);
    expect(await names()).not.toContain(NAME);
    expect(store.place).toBe('indexeddb');
  });

  it('keeps what was answered, for the next page too', async () => {
    const store = storeOf();
    expect(await keep(store, 'analytics')).toEqual(['analytics']);
    expect(await keep(store, 'social')).toEqual(['analytics', 'social']);
    expect(await read()).toEqual(['analytics', 'social']);
    expect(await linked()).toBe(true);
  });

  it('F-15 loses none of many answers at once, each linked to the one before', async () => {
    await Promise.all(Array.from({ length: 20 }, () => keep(storeOf(), 'analytics')));
    // Of those who waited longest, some are written behind the limit.
    await expect.poll(() => read()).toHaveLength(20);
    expect(await linked()).toBe(true);
  });

  it('F-05 does not keep another tab from deleting it, and opens it again', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    expect(await deleted()).toBe('deleted');
    expect(await read(store)).toEqual([]);
    expect(await keep(store, 'social')).toEqual(['social']);
    expect(store.place).toBe('indexeddb');
  });

  it('L-26 holds a hundred records whole, and one entry for all before them', async () => {
    const store = storeOf();
    for (let count = 0; count < 102; count++) await keep(store);
    const history = (await storeOf().read()) as { folded?: number; recordId?: string }[];
    expect(history).toHaveLength(101);
    expect(history[0]).toMatchObject({ folded: 2 });
    expect(await linked()).toBe(true);
  });

  it('F-31 says that a choice ran out, once, so that no clock set back revives it', async () => {
    const store = storeOf();
    const outside = { choices: store, signals: { gpc: false }, build: 'test', origin: 'here' };
    const sources = async () =>
      ((await storeOf().read()) as ConsentRecord[]).map(({ source }) => source);
    const lookAt = (nowMs: number) =>
      recordExpiry(SETTINGS, { ...outside, clock: { now: () => nowMs } }, proof);
    await lookAt(Date.now());
    expect(await names()).not.toContain(NAME);
    await keep(store, 'analytics');
    await lookAt(Date.now());
    expect(await sources()).toEqual(['custom']);
    const later = Date.now() + 200 * 86_400_000;
    await lookAt(later);
    await lookAt(later);
    expect(await sources()).toEqual(['custom', 'expired']);
    expect(recordInForce(await storeOf().read(), POLICY, 'here', Date.now())).toBeNull();
    expect(await linked()).toBe(true);
  });

  it('F-09 is healed when another script made it without our object store', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(NAME);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const store = storeOf();
    expect(await read(store)).toEqual([]);
    expect(await keep(store, 'analytics')).toHaveLength(1);
    expect(store.place).toBe('indexeddb');
  });

  it('F-11 with something else under the key is an empty history', async () => {
    await keep(storeOf(), 'analytics');
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(NAME);
      request.onsuccess = () => {
        const transaction = request.result.transaction('keyval', 'readwrite');
        transaction.objectStore('keyval').put('junk', 'history');
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    expect(await read()).toEqual([]);
  });
});

type Open = typeof indexedDB.open;

/** Something to wait for. */
function latch(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('a broken one', () => {
  const breakOpen = (open: Open) => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(open);

  const faults: [string, Open][] = [
    [
      'F-01 throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['F-04 never answers', () => ({}) as IDBOpenDBRequest],
    [
      'F-03 says no',
      () => {
        const request = { error: new DOMException('no', 'InvalidStateError') } as IDBOpenDBRequest;
        queueMicrotask(() => request.onerror?.(new Event('error')));
        return request;
      },
    ],
    [
      'F-05 is blocked',
      () => {
        const request = {} as IDBOpenDBRequest;
        queueMicrotask(() => request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent));
        return request;
      },
    ],
  ];

  it.each(faults)(
    '%s: memory serves, ahead of the disk from the first answer on',
    async (_what, fault) => {
      const open = breakOpen(fault);
      const store = storeOf();
      expect(await read(store)).toEqual([]);
      expect(store.place).toBe('memory');
      expect(await keep(store, 'analytics')).toEqual(['analytics']);
      open.mockRestore();
      expect(await read(store)).toEqual(['analytics']);
      expect(store.place).toBe('memory');
    },
  );

  /** A disk that answers when it is let. */
  function slowOpen(): () => void {
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

  it('F-04 that answers late after all is heard', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const late = latch();
    const store = storeOf(late.open);
    expect(await read(store)).toEqual([]);
    go();
    await late.opened;
    expect(await read(store)).toEqual(['analytics']);
    expect(store.place).toBe('indexeddb');
  });

  it('F-04 takes an answer late after all, linked to what it already held', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const late = latch();
    const store = storeOf(late.open);
    expect(await keep(store, 'social')).toEqual(['social']);
    expect(store.place).toBe('memory');
    go();
    await late.opened;
    expect(await read(store)).toEqual(['analytics', 'social']);
    expect(store.place).toBe('indexeddb');
    expect(await linked()).toBe(true);
  });

  it('F-04 taking two answers late never goes back to the first', async () => {
    const go = slowOpen();
    const seen: unknown[] = [];
    const done = latch();
    const store = storeOf(
      () =>
        void read(store).then((now) => {
          seen.push(now);
          done.open();
        }),
    );
    await keep(store, 'analytics');
    await keep(store, 'social');
    go();
    await done.opened;
    expect(seen).toEqual([['analytics', 'social']]);
  });

  it('F-06 that lost its connection once is opened afresh', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    expect(await read(store)).toEqual(['analytics']);
    expect(store.place).toBe('indexeddb');
  });

  it('F-07 whose transaction is undone after the put keeps the record in memory, once', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const request = put.apply(this, given as Parameters<typeof put>);
      request.onsuccess = () => this.transaction.abort();
      return request;
    });
    expect(await keep(store, 'social')).toEqual(['analytics', 'social']);
    expect(store.place).toBe('memory');
  });
});
