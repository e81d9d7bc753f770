import { describe, expect, it } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import type { TelemetryEvent } from './events.ts';
import {
  asQueue,
  batchOf,
  EMPTY,
  IN_HAND_MS,
  MAX_AGE_MS,
  MAX_BODY_BYTES,
  MAX_WAITING,
  withEvents,
  without,
} from './queue.ts';
import { MAX_PAUSE_MS } from './retry.ts';

const eventOf = (id: string, change: Partial<TelemetryEvent> = {}, record = 'r1') => ({
  id,
  name: 's9.page_view' as const,
  occurredAt: NOON_MS,
  attributes: { 's9.event.id': id, 's9.record.id': record, 'url.path': '/' },
  ...change,
});

const ids = (events: readonly TelemetryEvent[]) => events.map(({ id }) => id);
const queueOf = (...events: TelemetryEvent[]) => ({ ...EMPTY, events });

describe('a queue as it lies on disk', () => {
  it('is what was written there', () => {
    const queue = { events: [eventOf('a')], dueAt: NOON_MS + 5000, heldUntil: NOON_MS + 1000 };
    expect(asQueue(structuredClone(queue), NOON_MS)).toEqual(queue);
  });

  it.each([undefined, null, 'junk', 7, [], {}, { events: 'none' }, { events: [null, 1, {}] }])(
    'F-11 is empty where %j stands there',
    (value) => {
      expect(asQueue(value, NOON_MS)).toEqual(EMPTY);
    },
  );

  it.each([
    { id: 7 },
    { name: 's9.choice' },
    { name: 's9.erase' },
    { name: 'constructor' },
    { occurredAt: 'noon' },
    { occurredAt: Number.NaN },
    { attributes: null },
    { attributes: { 's9.event.id': 'a' } },
    { attributes: { 's9.event.id': 'b', 's9.record.id': 'r1' } },
    { attributes: { 's9.event.id': 'a', 's9.record.id': 'r1', 'url.path': { deep: 1 } } },
    { attributes: { 's9.event.id': 'a', 's9.record.id': 'r1', 'url.path': Number.NaN } },
    {
      attributes: {
        's9.event.id': 'a',
        's9.record.id': 'r1',
        ...Object.fromEntries(Array.from({ length: 99 }, (_each, at) => [`x${at}`, 'x'])),
      },
    },
  ])('F-11 loses what is no event of a visit: %j', (change) => {
    const events = [{ ...eventOf('a'), ...change }, eventOf('b')];
    expect(ids(asQueue({ events }, NOON_MS).events)).toEqual(['b']);
  });

  it('F-24 loses what is older than a day, or of a clock that was wrong', () => {
    const at = (ms: number) => eventOf(`${ms}`, { occurredAt: NOON_MS + ms });
    const events = [at(-MAX_AGE_MS - 1), at(-MAX_AGE_MS), at(MAX_AGE_MS), at(MAX_AGE_MS + 1)];
    expect(asQueue({ events }, NOON_MS).events).toEqual(events.slice(1, 3));
  });

  it('F-30 waits for no time further away than any pause', () => {
    const far = { dueAt: NOON_MS + MAX_PAUSE_MS + 1, heldUntil: NOON_MS + IN_HAND_MS + 1 };
    expect(asQueue(far, NOON_MS)).toEqual(EMPTY);
    expect(asQueue({ dueAt: NOON_MS - 1, heldUntil: 'x' }, NOON_MS)).toEqual(EMPTY);
  });

  it('F-07 is bounded: the oldest make room', () => {
    const events = Array.from({ length: MAX_WAITING + 2 }, (_each, at) => eventOf(`${at}`));
    expect(asQueue({ events }, NOON_MS).events).toEqual(events.slice(2));
    expect(withEvents(EMPTY, events).events).toEqual(events.slice(2));
  });
});

describe('an event', () => {
  it('F-28 that was corrected takes the place of what it said before, and not the reverse', () => {
    const [before, after] = [eventOf('a'), eventOf('a', { occurredAt: NOON_MS + 1000 })];
    expect(withEvents(queueOf(before, eventOf('b')), [after]).events).toEqual([
      after,
      eventOf('b'),
    ]);
    expect(withEvents(queueOf(after), [before]).events).toEqual([after]);
  });

  it('F-28 leaves the queue when it was sent, but for what was corrected meanwhile', () => {
    const [before, after] = [eventOf('a'), eventOf('a', { occurredAt: NOON_MS + 1000 })];
    expect(ids(without(queueOf(before, eventOf('b')), [before]).events)).toEqual(['b']);
    expect(without(queueOf(after), [before]).events).toEqual([after]);
    expect(without(queueOf(before), [after]).events).toEqual([]);
  });
});

describe('a batch', () => {
  const third = MAX_BODY_BYTES / 3;

  it('S-10 F-23 holds as many of the oldest as there is room for', () => {
    const queue = queueOf(...['a', 'b', 'c', 'd'].map((id) => eventOf(id)));
    expect(ids(batchOf(queue, () => third))).toEqual(['a', 'b', 'c']);
    expect(ids(batchOf(queue, () => third + 1))).toEqual(['a', 'b']);
    expect(ids(batchOf(queue, () => 10))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('holds one that is too large all the same, alone', () => {
    expect(ids(batchOf(queueOf(eventOf('a'), eventOf('b')), () => MAX_BODY_BYTES * 2))).toEqual([
      'a',
    ]);
  });

  it('L-27 holds events under one answer alone', () => {
    const queue = queueOf(eventOf('a'), eventOf('b', {}, 'r2'), eventOf('c'));
    expect(ids(batchOf(queue, () => 1))).toEqual(['a', 'c']);
  });

  it('of nothing is nothing', () => {
    expect(batchOf(EMPTY, () => 1)).toEqual([]);
  });
});
