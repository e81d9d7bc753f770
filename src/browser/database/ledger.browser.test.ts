import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NAME } from '../../core/name.ts';
import type { Noted, Outcome } from '../../core/rights/exported.ts';
import type { Outgoing } from '../../core/telemetry/outside.ts';
import { waitForDisk } from '../fakes.ts';
import { note, readLedger } from './ledger.ts';
import { changeValue, deleteAll, readValue } from './values.ts';

let outgoing: Outgoing;

const entryOf = (body: string, outcome: Outcome = 'leaving', eventId = body): Noted => ({
  sentAt: Date.now(),
  to: '/v1/logs',
  body,
  outcome,
  eventId,
});

const leaving = (body: string) => note(outgoing, entryOf(body));

const outcomes = async () =>
  (await readLedger(outgoing)).map((each) => `${each.body} ${each.outcome}`);

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => void request.result.createObjectStore('keyval');
    request.onsuccess = () => resolve(request.result);
  });

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(async () => {
  outgoing = { outboxes: [], unstored: [] };
  (await database()).close();
  waitForDisk();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await deleteAll();
});

it('L-27 keeps what was sent, oldest first, and the newest 500 of it', async () => {
  await changeValue('ledger', () => Array.from({ length: 499 }, (_, sentAt) => ({ sentAt })));
  await Promise.all(['first', 'second'].map(leaving));
  const ledger = await readLedger(outgoing);
  expect(ledger).toHaveLength(500);
  expect(ledger[0]).toEqual({ sentAt: 1 });
  expect(ledger.at(-1)).toMatchObject({ to: '/v1/logs', body: 'second' });
  expect(ledger.at(-1)?.sentAt).toBeGreaterThan(Date.now() - 60_000);
});

it('F-11 starts anew where something else stands under its key', async () => {
  await changeValue('ledger', () => 'junk');
  await leaving('body');
  expect(await readLedger(outgoing)).toMatchObject([{ body: 'body' }]);
});

it('L-10 makes no database: without one it lasts as long as the page', async () => {
  await deleteAll();
  await leaving('body');
  expect(await names()).not.toContain(NAME);
  expect(await readLedger(outgoing)).toMatchObject([{ body: 'body' }]);
  outgoing.unstored.length = 0;
  expect(await readLedger(outgoing)).toEqual([]);
});

it('F-05 L-27 is emptied even where another connection keeps the database from going', async () => {
  const other = await database();
  await changeValue('ledger', () => []);
  vi.useRealTimers();
  expect(await deleteAll()).toEqual({ deleted: ['ledger'], remains: [] });
  expect(await readValue('ledger')).toBeUndefined();
  other.close();
});

it('L-27 is not said to be gone when it could not be reached', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(await deleteAll()).toEqual({ deleted: [], remains: [NAME] });
});

it('L-27 is not said to be gone when it would not go', async () => {
  await changeValue('ledger', () => []);
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  expect(await deleteAll()).toEqual({ deleted: [], remains: ['ledger'] });
});

it('L-27 is bounded in memory too', async () => {
  await deleteAll();
  for (let sent = 0; sent < 501; sent++) await leaving(`${sent}`);
  const ledger = await readLedger(outgoing);
  expect(ledger).toHaveLength(500);
  expect(ledger[0]?.body).toBe('1');
});

it.each(['on disk', 'in memory'])(
  'L-27 marks each request with what became of it, %s',
  async (where) => {
    if (where === 'in memory') await deleteAll();
    const [a, b] = [entryOf('a'), entryOf('b')];
    for (const entry of [a, b]) await note(outgoing, entry);
    expect(await outcomes()).toEqual(['a leaving', 'b leaving']);
    a.outcome = 'refused';
    await note(outgoing, a);
    expect(await outcomes()).toEqual(['a refused', 'b leaving']);
  },
);

it('L-27 brings back nothing that was erased before its answer came', async () => {
  const entry = entryOf('a');
  await note(outgoing, entry);
  await changeValue('ledger', () => []);
  entry.outcome = 'sent';
  await note(outgoing, entry);
  expect(await readLedger(outgoing)).toEqual([]);
  await deleteAll();
  await note(outgoing, entry);
  expect(await readLedger(outgoing)).toEqual([]);
});

it.each(['on disk', 'in memory'])(
  'L-27 is not filled by one event that nobody answers, %s',
  async (where) => {
    if (where === 'in memory') await deleteAll();
    for (const [body, id, outcome] of [
      ['a1', 'a', 'refused'],
      ['a2', 'a', 'unanswered'],
      ['b1', 'b', 'unanswered'],
      ['a3', 'a', 'unanswered'],
      ['a4', 'a', 'sent'],
    ] as const) {
      const entry = entryOf(body, 'leaving', id);
      await note(outgoing, entry);
      entry.outcome = outcome;
      await note(outgoing, entry);
    }
    const all = ['a1 refused', 'b1 unanswered', 'a3 unanswered', 'a4 sent'];
    expect(await outcomes()).toEqual(all);
  },
);

it.each(['leaving', 'dropped', 'refused'] as const)(
  'L-27 F-25 a try that may have arrived is not hidden by a later one that is %s',
  async (outcome) => {
    for (const [body, becomes] of [
      ['a1', 'unanswered'],
      ['a2', outcome],
    ] as const) {
      const entry = entryOf(body, 'leaving', 'a');
      await note(outgoing, entry);
      entry.outcome = becomes;
      await note(outgoing, entry);
    }
    expect(await outcomes()).toEqual(['a1 unanswered', `a2 ${outcome}`]);
  },
);

it.each(['on disk', 'in memory'])(
  'L-27 two tries within one moment have one body, and are two, %s',
  async (where) => {
    if (where === 'in memory') await deleteAll();
    for (const outcome of ['unanswered', 'dropped'] as const) {
      const entry = entryOf('a');
      await note(outgoing, entry);
      entry.outcome = outcome;
      await note(outgoing, entry);
    }
    expect(await outcomes()).toEqual(['a unanswered', 'a dropped']);
  },
);

it('F-11 F-10 leaves what others have written where it is', async () => {
  const others = [null, 'junk', { sentAt: 'noon' }, { body: 'a' }];
  await changeValue('ledger', () => others);
  const entry = entryOf('b');
  await note(outgoing, entry);
  entry.outcome = 'sent';
  await note(outgoing, entry);
  expect((await readLedger(outgoing)).slice(0, 4)).toEqual(others);
  expect(await readLedger(outgoing)).toHaveLength(5);
});
