import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsentRecord, recordInForce } from '../core/choice.ts';
import { answerOf, POLICY, SETTINGS } from '../core/fakes.ts';
import { DATABASE } from './choice-store.ts';
import { keepOnDisk, recordExpiry } from './choice-writer.ts';
import {
  deleted,
  keep,
  latch,
  linked,
  names,
  outsideOf,
  read,
  slowOpen,
  storeOf,
} from './fakes.ts';
import { proof } from './proof.ts';

beforeEach(async () => void (await deleted()));
afterEach(() => void vi.restoreAllMocks());

describe('a healthy database', () => {
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
    const outside = outsideOf(store);
    const sources = async () =>
      ((await storeOf().read()) as ConsentRecord[]).map(({ source }) => source);
    const lookAt = (nowMs: number) =>
      recordExpiry(SETTINGS, { ...outside, clock: { now: () => nowMs } }, proof);
    await lookAt(Date.now());
    expect(await names()).not.toContain(DATABASE);
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
      const request = indexedDB.open(DATABASE);
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
});

describe('a broken one', () => {
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

  it('L-25 L-27 the one written late is the one in memory, and is told of again', async () => {
    const go = slowOpen();
    const late = latch();
    const choices = storeOf(late.open);
    const told: (readonly [unknown, boolean])[] = [];
    await keepOnDisk(answerOf([]), SETTINGS, outsideOf(choices), proof, (...kept) =>
      told.push(kept),
    );
    const inMemory = choices.known;
    go();
    await late.opened;
    expect(await storeOf().read()).toEqual(inMemory);
    expect(told).toEqual([
      [inMemory, false],
      [inMemory, true],
    ]);
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
