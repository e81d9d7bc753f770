import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsentRecord, recordInForce } from '../../core/choice/choice.ts';
import { answerOf, POLICY, SETTINGS } from '../../core/choice/fakes.ts';
import { NAME } from '../../core/name.ts';
import {
  deleted,
  keep,
  keeperOf,
  latch,
  linked,
  names,
  read,
  slowOpen,
  storeOf,
  waitForDisk,
} from '../fakes.ts';

beforeEach(async () => void (await deleted()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a healthy database', () => {
  beforeEach(waitForDisk);

  it('keeps what was answered, for the next page too', async () => {
    const store = storeOf();
    expect(await keep(store, 'analytics')).toEqual(['analytics']);
    expect(await keep(store, 'social')).toEqual(['analytics', 'social']);
    expect(await read()).toEqual(['analytics', 'social']);
    expect(await linked()).toBe(true);
  });

  it('F-15 loses none of many answers at once, each linked to the one before', async () => {
    await Promise.all(Array.from({ length: 20 }, () => keep(storeOf(), 'analytics')));
    expect(await read()).toHaveLength(20);
    expect(await linked()).toBe(true);
  });

  it('F-15 an own withdrawal of a moment ago does not count against a yes', async () => {
    const store = storeOf();
    await keeperOf(store).keep(answerOf([], 'withdraw'));
    expect(await keep(store, 'analytics')).toEqual(['', 'analytics']);
  });

  it('F-12 asks that an answer be on the disk itself, not on its way there', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await keep(storeOf(), 'analytics');
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing).toMatchObject([['keyval', 'readwrite', { durability: 'strict' }]]);
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
    const sources = async () =>
      ((await storeOf().read()) as ConsentRecord[]).map(({ source }) => source);
    const lookAt = (aheadMs: number, seen = store) =>
      keeperOf(seen, SETTINGS, aheadMs).keepExpiry();
    await lookAt(0);
    expect(await names()).not.toContain(NAME);
    await keep(store, 'analytics');
    await lookAt(0);
    expect(await sources()).toEqual(['custom']);
    const laterMs = 200 * 86_400_000;
    await lookAt(laterMs);
    await lookAt(laterMs);
    const next = storeOf();
    await next.read();
    await lookAt(laterMs + 86_400_000, next);
    expect(await sources()).toEqual(['custom', 'expired']);
    expect(recordInForce(await storeOf().read(), POLICY, 'here', Date.now())).toBeNull();
    expect(await linked()).toBe(true);
  });

  it.each<[string, (database: IDBDatabase) => unknown]>([
    ['without our object store', () => undefined],
    [
      'with one whose values have to name their key',
      (made) => made.createObjectStore('keyval', { keyPath: 'id' }),
    ],
  ])('F-09 is healed when another script made it %s', async (_how, make) => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(NAME);
      request.onupgradeneeded = () => void make(request.result);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const store = storeOf();
    expect(await read(store)).toEqual([]);
    expect(await keep(store, 'analytics')).toHaveLength(1);
    expect(store.place).toBe('indexeddb');
    expect(await read()).toEqual(['analytics']);
  });
});

describe('a late one', () => {
  it('F-04 takes an answer late after all, linked to what it already held', async () => {
    await keep(storeOf(), 'analytics');
    await expect.poll(() => read()).toEqual(['analytics']);
    const go = slowOpen();
    const late = latch();
    const store = storeOf(late.open);
    expect(await keep(store, 'social')).toEqual(['social']);
    expect(store.place).toBe('memory');
    go();
    await late.opened;
    waitForDisk();
    expect(await read(store)).toEqual(['analytics', 'social']);
    expect(store.place).toBe('indexeddb');
    expect(await linked()).toBe(true);
  });

  it('L-25 L-27 the one written late is the one in memory', async () => {
    const go = slowOpen();
    const late = latch();
    const store = storeOf(late.open);
    await keeperOf(store).keep(answerOf([]));
    const inMemory = store.known;
    go();
    await late.opened;
    waitForDisk();
    expect(await storeOf().read()).toEqual(inMemory);
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
});

describe('a broken one', () => {
  beforeEach(waitForDisk);

  /** Its connection is lost whenever somebody begins such a transaction, so often. */
  function lose(lost: IDBTransactionMode, times: number) {
    const { transaction } = IDBDatabase.prototype;
    let tries = 0;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      stores,
      mode,
      options,
    ) {
      if ((mode ?? 'readonly') === lost && ++tries <= times) {
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return transaction.call(this, stores, mode, options);
    });
    return () => tries;
  }

  it.each(['readonly', 'readwrite'] as const)(
    'F-06 that lost its connection once for %s keeps the answer all the same',
    async (mode) => {
      const store = storeOf();
      await keep(store, 'analytics');
      lose(mode, 1);
      expect(await keep(store, 'social')).toEqual(['analytics', 'social']);
      expect(store.place).toBe('indexeddb');
    },
  );

  it('F-06 that loses it for good is tried twice, and left', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    const tries = lose('readwrite', 1000);
    expect(await keep(store, 'social')).toEqual(['analytics', 'social']);
    expect(store.place).toBe('memory');
    expect(tries()).toBe(2);
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
