import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsentRecord } from '../core/choice.ts';
import { createChoiceStore } from './choice-store.ts';

const NAME = 's9-consent';
const recordOf = (recordId: string) => ({ recordId, shape: 1 }) as ConsentRecord;

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
    const store = createChoiceStore();
    expect(await store.read()).toEqual([]);
    expect(await names()).not.toContain(NAME);
    expect(store.place).toBe('indexeddb');
  });

  it('keeps what was added, for the next page too', async () => {
    const store = createChoiceStore();
    expect(await store.add(recordOf('a'), undefined)).toMatchObject([{ recordId: 'a' }]);
    expect(await store.add(recordOf('b'), 'a')).toHaveLength(2);
    expect(await createChoiceStore().read()).toMatchObject([{ recordId: 'a' }, { recordId: 'b' }]);
  });

  it('F-15 takes no record after one that is not the newest any more', async () => {
    const [here, there] = [createChoiceStore(), createChoiceStore()];
    await here.add(recordOf('a'), undefined);
    expect(await there.add(recordOf('b'), undefined)).toBeNull();
    expect(await there.read()).toMatchObject([{ recordId: 'a' }]);
    expect(await there.add(recordOf('b'), 'a')).toHaveLength(2);
  });

  it('F-15 loses none of many decided at once', async () => {
    const add = async (id: string): Promise<void> => {
      const store = createChoiceStore();
      for (;;) {
        const newest = (await store.read()).at(-1) as ConsentRecord | undefined;
        if (await store.add(recordOf(id), newest?.recordId)) return;
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(`r${index}`)));
    const ids = (await createChoiceStore().read()).map(
      (entry) => (entry as ConsentRecord).recordId,
    );
    expect(new Set(ids).size).toBe(20);
  });

  it('F-05 does not keep another tab from deleting it, and opens it again', async () => {
    const store = createChoiceStore();
    await store.add(recordOf('a'), undefined);
    expect(await deleted()).toBe('deleted');
    expect(await store.read()).toEqual([]);
    expect(await store.add(recordOf('b'), undefined)).toHaveLength(1);
    expect(store.place).toBe('indexeddb');
  });

  it('F-09 is healed when another script made it without our object store', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(NAME);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const store = createChoiceStore();
    expect(await store.read()).toEqual([]);
    expect(await store.add(recordOf('a'), undefined)).toHaveLength(1);
    expect(store.place).toBe('indexeddb');
  });

  it('F-11 with something else under the key is an empty history', async () => {
    await createChoiceStore().add(recordOf('a'), undefined);
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
    expect(await createChoiceStore().read()).toEqual([]);
  });
});

type Open = typeof indexedDB.open;

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

  it.each(faults)('%s: memory serves, and is asked no more', async (_what, fault) => {
    const open = breakOpen(fault);
    const store = createChoiceStore();
    expect(await store.read()).toEqual([]);
    expect(store.place).toBe('memory');
    const tries = open.mock.calls.length;
    expect(await store.add(recordOf('a'), undefined)).toHaveLength(1);
    expect(await store.add(recordOf('x'), 'other')).toBeNull();
    expect(await store.read()).toMatchObject([{ recordId: 'a' }]);
    expect(open.mock.calls.length).toBe(tries);
  });

  it('F-06 that lost its connection once is opened afresh', async () => {
    const store = createChoiceStore();
    await store.add(recordOf('a'), undefined);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    expect(await store.read()).toMatchObject([{ recordId: 'a' }]);
    expect(store.place).toBe('indexeddb');
  });

  it('F-07 whose transaction is undone after the put keeps the record in memory, once', async () => {
    const store = createChoiceStore();
    await store.add(recordOf('a'), undefined);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const request = put.apply(this, given as Parameters<typeof put>);
      request.onsuccess = () => this.transaction.abort();
      return request;
    });
    expect(await store.add(recordOf('b'), 'a')).toMatchObject([
      { recordId: 'a' },
      { recordId: 'b' },
    ]);
    expect(store.place).toBe('memory');
  });
});
