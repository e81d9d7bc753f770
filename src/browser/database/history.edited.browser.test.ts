// A history that another script of the site has written in: no choice, and the page is told.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { on } from '../announce/page.ts';
import { deleted, keep, read, storeOf, tamper, waitForDisk } from '../fakes.ts';

beforeEach(async () => {
  await deleted();
  waitForDisk();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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
