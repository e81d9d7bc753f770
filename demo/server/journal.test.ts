// What has arrived is remembered, up to a limit, and each event once.
import { expect, it } from 'vitest';
import { ARRIVALS_KEPT, BODIES_KEPT, createJournal, type NewArrival } from './journal.ts';

const arrival = (atMs: number, ...ids: string[]): NewArrival => ({
  atMs,
  to: 'receiver',
  method: 'POST',
  host: 'localhost',
  path: '/v1/logs',
  purpose: '',
  ip: '127.0.0.1',
  browser: '',
  cameFrom: '',
  status: 200,
  body: '',
  error: '',
  events: ids.map((id) => ({ name: 's9.page_view', id, attributes: {} })),
});

it('keeps the newest, and forgets the events of what it drops', () => {
  const journal = createJournal(2);
  for (const id of ['a', 'b', 'c', 'a']) journal.record(arrival(0, id));
  expect(journal.arrivals().map(({ id, events }) => [id, events[0]?.id])).toEqual([
    [3, 'c'],
    [4, 'a'],
  ]);
  expect(ARRIVALS_KEPT).toBe(200);
});

it('counts a repeat with the first, and keeps no more than a hundred times of it', () => {
  const journal = createJournal();
  for (let atMs = 0; atMs < 150; atMs += 1) journal.record(arrival(atMs, 'a'));
  const [only, ...others] = journal.arrivals();
  expect(others).toEqual([]);
  expect(only?.events).toMatchObject([{ id: 'a', repeats: 149 }]);
  expect(only?.landedAtMs).toHaveLength(100);
  expect(only?.landedAtMs.at(-1)).toBe(149);
});

it('tells of each change until it is asked no longer', () => {
  const journal = createJournal();
  const told: string[] = [];
  const stop = journal.listen((news) =>
    told.push(news.kind === 'clear' ? 'clear' : news.arrivals.map(({ id }) => id).join(' ')),
  );
  journal.record(arrival(0, 'a'));
  journal.record(arrival(1));
  journal.clear();
  stop();
  journal.record(arrival(2));
  expect(told).toEqual(['1', '2', 'clear']);
});

it('tells once of a request that repeats hundreds of events', () => {
  const journal = createJournal();
  const ids = Array.from({ length: 760 }, (_each, at) => `event-${at}`);
  const told: number[][] = [];
  journal.listen((news) =>
    told.push(news.kind === 'clear' ? [] : news.arrivals.map(({ id }) => id)),
  );
  journal.record(arrival(0, ...ids));
  journal.record(arrival(1, ...ids, ...ids));
  expect(told).toEqual([[1], [1]]);
  const [only] = journal.arrivals();
  expect(only?.events.map(({ repeats }) => repeats)).toEqual(ids.map(() => 2));
});

it('tells once of a request whose events came with many others', () => {
  const journal = createJournal();
  for (const id of ['a', 'b']) journal.record(arrival(0, id));
  const told: unknown[] = [];
  journal.listen((news) => told.push(news));
  journal.record(arrival(1, 'b', 'a', 'c'));
  expect(told).toMatchObject([{ arrivals: [{ id: 2 }, { id: 1 }, { id: 3 }] }]);
});

it('keeps no more text of bodies than a panel can be told at once', () => {
  const journal = createJournal();
  const body = 'x'.repeat(BODIES_KEPT / 4);
  for (let atMs = 0; atMs < 9; atMs++) journal.record({ ...arrival(atMs), body });
  expect(journal.arrivals().map(({ id }) => id)).toEqual([6, 7, 8, 9]);
  journal.clear();
  for (let atMs = 0; atMs < 4; atMs++) journal.record({ ...arrival(atMs), body });
  expect(journal.arrivals()).toHaveLength(4);
});
