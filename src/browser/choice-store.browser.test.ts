import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE } from './choice-store.ts';
import { breakOpen, deleted, keep, latch, names, read, slowOpen, storeOf } from './fakes.ts';

beforeEach(async () => void (await deleted()));
afterEach(() => void vi.restoreAllMocks());

describe('a healthy database', () => {
  it('L-10 is not made by reading', async () => {
    const store = storeOf();
    expect(await store.read()).toEqual([]);
    expect(await names()).not.toContain(DATABASE);
    expect(store.place).toBe('indexeddb');
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
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(DATABASE);
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
    expect(await read(store)).toEqual([]);
    go();
    await late.opened;
    expect(await read(store)).toEqual(['analytics']);
    expect(store.place).toBe('indexeddb');
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
