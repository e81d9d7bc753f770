// A panel is told what arrives in few and short messages, with the server free between them.
import { expect, it } from 'vitest';
import type { Arrival, JournalNews } from './journal.ts';
import { BODY_TOLD, createTeller, EVENTS_TOLD, inShort, SLICE, type ToldArrival } from './told.ts';

const arrival = (id: number, changes: Partial<Arrival> = {}): Arrival => ({
  id,
  landedAtMs: [0],
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
  events: [],
  ...changes,
});

const news = (...arrivals: Arrival[]): JournalNews => ({ kind: 'arrivals', arrivals });

/** What was told in each turn of the server, and how to let it take the next. */
function teller() {
  const turns: (() => void)[] = [];
  const told: string[] = [];
  const tell = createTeller(
    (name, data) => void told.push([name, ...ids(data)].join(' ')),
    (run) => turns.push(run),
  );
  return { tell, told, turn: () => turns.shift()?.(), waiting: () => turns.length };
}

const ids = (data: unknown): number[] =>
  Array.isArray(data) ? (data as ToldArrival[]).map(({ id }) => id) : [];

it('in one message for all that one request changed, and not before that is answered', () => {
  const { tell, told, turn, waiting } = teller();
  tell(news(arrival(1), arrival(2)));
  expect(told).toEqual([]);
  turn();
  expect(told).toEqual(['arrivals 1 2']);
  expect(waiting()).toBe(0);
});

it('a slice at a time, with a turn for others between two', () => {
  const { tell, told, turn } = teller();
  tell(news(...Array.from({ length: SLICE + 1 }, (_each, id) => arrival(id))));
  turn();
  expect(told).toHaveLength(1);
  turn();
  expect(told).toEqual([expect.stringMatching(/^arrivals 0 1 /), `arrivals ${SLICE}`]);
});

it('once of what changed often before that', () => {
  const { tell, told, turn, waiting } = teller();
  for (let times = 0; times < 1000; times++) tell(news(arrival(7)));
  expect(waiting()).toBe(1);
  turn();
  expect(told).toEqual(['arrivals 7']);
});

it('nothing of what was forgotten meanwhile', () => {
  const { tell, told, turn } = teller();
  tell(news(arrival(1)));
  tell({ kind: 'clear' });
  tell(news(arrival(2)));
  turn();
  turn();
  expect(told).toEqual(['clear', 'arrivals 2']);
});

it('in short', () => {
  const event = { name: 's9.page_view', id: 'a', attributes: {}, repeats: 0 };
  const short = inShort(
    arrival(1, { body: 'ü'.repeat(50_000), events: Array.from({ length: 760 }, () => event) }),
  );
  expect(short).toMatchObject({ bodyBytes: 100_000, moreEvents: 760 - EVENTS_TOLD });
  expect([short.body.length, short.events.length]).toEqual([BODY_TOLD, EVENTS_TOLD]);
  expect(inShort(arrival(1, { body: 'a', events: [event] }))).toMatchObject({
    body: 'a',
    bodyBytes: 1,
    events: [event],
    moreEvents: 0,
  });
});
