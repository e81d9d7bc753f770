import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsentRecord } from '../../core/choice/choice.ts';
import type { Draft } from '../../core/choice/draft.ts';
import { answerOf, POLICY, SETTINGS } from '../../core/choice/fakes.ts';
import { NAME } from '../../core/name.ts';
import { termsOf } from '../../core/policy/terms.ts';
import { on } from '../announce/page.ts';
import {
  breakOpen,
  deleted,
  keep,
  keeperOf,
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
import { readValue } from './values.ts';

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

const ignore = () => undefined;

type Entries = Record<string, unknown>[];

/** Every way to another value of the same kind, in every member, however deep. */
function* edits(value: unknown): Generator<unknown> {
  if (typeof value === 'boolean') yield !value;
  if (typeof value === 'number') yield value + 1;
  if (typeof value === 'string') yield `${value}x`;
  if (value === null) yield 'x';
  if (!value || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    for (const edit of edits((value as Record<string, unknown>)[key])) {
      const copy = structuredClone(value) as Record<string, unknown>;
      copy[key] = edit;
      yield copy;
    }
  }
}

describe('F-44 a history that somebody else has touched is no choice', () => {
  it('wherever one value was changed, in any record', async () => {
    await keep(storeOf(), 'analytics');
    await keep(storeOf());
    expect(await read()).toEqual(['analytics', '']);
    const whole = await storeOf().read();
    const tampered = [...edits(whole)];
    expect(tampered.length).toBeGreaterThan(60);
    for (const history of tampered) {
      await tamper('history', () => history);
      expect([history, await read()]).toEqual([history, []]);
    }
    await tamper('history', () => whole);
    expect(await read()).toEqual(['analytics', '']);
  });

  it.each<[string, (history: Entries) => unknown]>([
    ['the newest deleted', (history) => history.slice(0, -1)],
    ['an older one deleted', (history) => history.slice(1)],
    ['two in another order', (history) => history.toReversed()],
    ['one repeated', (history) => [...history, history.at(-1)]],
    ['one added', (history) => [...history, { ...history.at(-1), recordId: crypto.randomUUID() }]],
    ['a member added', (history) => history.map((record) => ({ ...record, ip: '192.0.2.1' }))],
    ['a cycle in it', (history) => [...history, { history }].map((entry) => ({ entry, history }))],
    ['a number JSON has no form for', (history) => [...history, 1n]],
  ])('with %s, and the next answer counts', async (_what, change) => {
    await keep(storeOf());
    await keep(storeOf(), 'analytics');
    await tamper('history', (history) => change(history as Entries));
    const store = storeOf();
    expect(await read(store)).toEqual([]);
    await keep(store, 'social');
    expect(store.place).toBe('indexeddb');
    expect((await read()).at(-1)).toBe('social');
  });

  it('with its seal gone, or another one', async () => {
    await keep(storeOf(), 'analytics');
    for (const seal of [undefined, '', 0, null, 'x']) {
      await tamper('seal', () => seal);
      expect(await read()).toEqual([]);
    }
  });

  it('and the page is told', async () => {
    await keep(storeOf(), 'analytics');
    await tamper('history', (history) => (history as Entries).map((each) => ({ ...each, a: 1 })));
    const told: unknown[] = [];
    const off = on('error', (detail) => told.push(detail));
    await storeOf().read();
    off();
    expect(told).toEqual([{ what: 'history', path: 'history', expected: 'as written' }]);
  });

  it('a first visit is told of nothing', async () => {
    const told: unknown[] = [];
    const off = on('error', (detail) => told.push(detail));
    expect(await storeOf().read()).toEqual([]);
    off();
    expect(told).toEqual([]);
  });
});

describe('L-18 a no that is noted', () => {
  const draft = (after?: string): Draft => ({
    ...answerOf([], 'withdraw'),
    shape: 1,
    policyId: POLICY.id,
    policyVersion: '1',
    origin: 'here',
    asked: termsOf(POLICY),
    decidedAt: Date.now() + 1e6,
    expiresAt: Date.now() + 1e9,
    after,
  });

  it('makes the database, and is at the end of what any page reads', async () => {
    const no = draft();
    expect(await storeOf().note(no, ignore)).toEqual([no]);
    expect(await names()).toContain(NAME);
    const next = storeOf();
    expect(await next.read()).toEqual([no]);
    expect(next.draft).toEqual(no);
    expect(next.known).toEqual([]);
  });

  it('F-44 is told from a record, whoever has noted it in whatever form', async () => {
    await storeOf().note(draft(), ignore);
    await tamper('draft', (noted) => {
      const { after: _after, ...yes } = noted as Draft;
      return { ...yes, purposes: { analytics: true } };
    });
    expect((await storeOf().read()).at(-1)).toHaveProperty('after', undefined);
  });

  it('goes with the record of it', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    const [yes] = (await store.read()) as ConsentRecord[];
    await store.note(draft(yes?.recordId), ignore);
    await store.read();
    await keeperOf(store, SETTINGS, 2e6).keepOwed();
    expect(await read()).toEqual(['analytics', '']);
    expect(await readValue('draft')).toBeUndefined();
  });

  it('F-15 is told when it is written, however late', async () => {
    const go = slowOpen();
    const written = latch();
    vi.useRealTimers();
    const no = draft();
    expect(await storeOf().note(no, written.open)).toEqual([no]);
    expect(await names()).not.toContain(NAME);
    waitForDisk();
    go();
    await written.opened;
    expect(await readValue('draft')).toEqual(no);
  });

  it('of another tab that is newer than a record stays with it', async () => {
    const store = storeOf();
    await store.read();
    await storeOf().note(draft(), ignore);
    await keep(store, 'analytics');
    expect(await read()).toEqual(['analytics', '']);
  });

  it('F-01 holds on this page where nothing can be written', async () => {
    breakOpen(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const no = draft();
    const store = storeOf();
    expect(await store.note(no, ignore)).toEqual([no]);
    expect(await store.read()).toEqual([no]);
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
    [true, false],
    [false, true],
    [undefined, true],
  ])(
    'F-04 that never opens, listed: %s: after two seconds there is a question: %s',
    async (listed, isAsked) => {
      vi.useFakeTimers();
      breakOpen(() => ({}) as IDBOpenDBRequest);
      const store = createHistory(
        () => undefined,
        () => undefined,
        Promise.resolve(listed),
      );
      const reading = store.read();
      await vi.advanceTimersByTimeAsync(600);
      await reading;
      const settled = vi.fn();
      void store.settled().then(settled);
      await vi.advanceTimersByTimeAsync(1400);
      expect(settled.mock.calls.length > 0).toBe(isAsked);
      await vi.advanceTimersByTimeAsync(10_000);
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
