// What has arrived is remembered, up to a limit, and each event once.
import { expect, it } from 'vitest';
import { ARRIVALS_KEPT, createJournal, type NewArrival } from './journal.ts';

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
    told.push(news.kind === 'clear' ? 'clear' : `${news.arrival.id}`),
  );
  journal.record(arrival(0, 'a'));
  journal.record(arrival(1));
  journal.clear();
  stop();
  journal.record(arrival(2));
  expect(told).toEqual(['1', '2', 'clear']);
});
