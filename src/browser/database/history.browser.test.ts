import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NAME } from '../../core/name.ts';
import {
  breakOpen,
  deleted,
  keep,
  latch,
  names,
  read,
  slowOpen,
  storeOf,
  tamper,
  waitForDisk,
} from '../fakes.ts';
import { createHistory } from './history.ts';
import { isListed } from './open.ts';

beforeEach(async () => {
  await deleted();
  waitForDisk();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a healthy database', () => {
  it('L-10 is not made by reading', async () => {
    const store = storeOf();
    expect(await store.read()).toEqual([]);
    expect(await names()).not.toContain(NAME);
    expect(store.place).toBe('indexeddb');
  });

  it('is listed once there is a record, and not before', async () => {
    expect(await isListed()).toBe(false);
    await keep(storeOf(), 'analytics');
    expect(await isListed()).toBe(true);
    vi.spyOn(IDBFactory.prototype, 'databases').mockRejectedValue(new Error('denied'));
    expect(await isListed()).toBeUndefined();
  });

  it('that is not there is told before the attempt to open it is through', async () => {
    const order: string[] = [];
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name) {
      const request = open.call(this, name);
      request.addEventListener('error', () => order.push('through'));
      return request;
    });
    await storeOf().read();
    order.push('told');
    await expect.poll(() => order).toEqual(['told', 'through']);
  });

  it('F-05 does not keep another tab from deleting it, and opens it again', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    expect(await deleted()).toBe('deleted');
    expect(await read(store)).toEqual([]);
    expect(await keep(store, 'social')).toEqual(['social']);
    expect(store.place).toBe('indexeddb');
  });

  it('F-11 with something else under the key is an empty history', async () => {
    await keep(storeOf(), 'analytics');
    await tamper('history', () => 'junk');
    const store = storeOf();
    expect(await read(store)).toEqual([]);
    expect(await keep(store, 'social')).toEqual(['social']);
    expect(store.place).toBe('indexeddb');
  });
});

describe('a broken one', () => {
  const faults: [string, typeof indexedDB.open][] = [
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
      vi.useRealTimers();
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

  it('F-04 that answers late after all is heard', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const late = latch();
    const store = storeOf(late.open);
    vi.useRealTimers();
    expect(await read(store)).toEqual([]);
    waitForDisk();
    go();
    await late.opened;
    expect(await read(store)).toEqual(['analytics']);
    expect(store.place).toBe('indexeddb');
  });

  it('F-04 that is late is heard once, with what it holds, and not read again for it', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const opened = vi.spyOn(IDBFactory.prototype, 'open');
    const heard: unknown[][] = [];
    const store = storeOf((...given: unknown[]) => void heard.push(given));
    vi.useRealTimers();
    expect(await read(store)).toEqual([]);
    waitForDisk();
    go();
    await store.settled();
    expect(heard).toEqual([[]]);
    expect(await read(store)).toEqual(['analytics']);
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('F-04 whose older reading comes after a newer one says nothing new', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const heard: number[] = [];
    const store = storeOf(() => void heard.push(1));
    vi.useRealTimers();
    await Promise.all([store.read(), store.read(), store.read()]);
    waitForDisk();
    go();
    await store.settled();
    expect(heard).toEqual([1]);
  });

  it('F-04 that never opens is not waited for, one that has opened is', async () => {
    vi.useRealTimers();
    breakOpen(() => ({}) as IDBOpenDBRequest);
    const store = storeOf();
    await store.read();
    await store.settled();
    expect(store.place).toBe('memory');
  });

  it.each([
    [true, 12_000],
    [false, 600],
    [undefined, 2000],
  ])(
    'F-04 that never opens, listed: %s: there is a question after %d ms, and not before',
    async (listed, after) => {
      vi.useFakeTimers();
      breakOpen(() => ({}) as IDBOpenDBRequest);
      const store = createHistory(
        () => undefined,
        () => undefined,
        Promise.resolve(listed),
      );
      const settled = vi.fn();
      void store.read().then(store.settled).then(settled);
      await vi.advanceTimersByTimeAsync(after - 1);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(settled).toHaveBeenCalled();
    },
  );

  it('F-04 that answers after memory began to count does not count instead', async () => {
    await keep(storeOf(), 'analytics');
    const go = slowOpen();
    const store = storeOf();
    const reading = read(store);
    store.hold([{ purposes: { social: true } }], false);
    go();
    expect(await reading).toEqual(['social']);
    expect(store.place).toBe('memory');
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
});
