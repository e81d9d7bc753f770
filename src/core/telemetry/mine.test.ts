// What this page has made, beside what other tabs do to the queue on disk meanwhile.
import { describe, expect, it } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import type { TelemetryEvent } from './events.ts';
import { createMine } from './mine.ts';
import { MAX_WAITING } from './queue.ts';

const recordOf = (recordId: string, analytics = true) => ({
  recordId,
  decidedAt: NOON_MS,
  purposes: { analytics },
});
const YES = [recordOf('r1')];

const eventOf = (id: string, record = 'r1', occurredAt = NOON_MS): TelemetryEvent => ({
  id,
  name: 's9.page_view',
  occurredAt,
  attributes: { 's9.event.id': id, 's9.record.id': record },
});

function mineOf(...events: TelemetryEvent[]) {
  const mine = createMine();
  mine.add(events);
  const merge = (onDisk: readonly TelemetryEvent[], history: readonly unknown[] = YES) =>
    mine.mergedWith({ queue: { events: onDisk }, history }, NOON_MS).events.map(({ id }) => id);
  return { mine, merge, ids: () => mine.events().map(({ id }) => id) };
}

describe('the queue of a page', () => {
  it('is what lies on disk and what it made', () => {
    const { merge } = mineOf(eventOf('b'));
    expect(merge([eventOf('a')])).toEqual(['a', 'b']);
    expect(merge([eventOf('a'), eventOf('b')])).toEqual(['a', 'b']);
  });

  it('F-11 F-28 has one of each id, whoever has written there', () => {
    expect(mineOf().merge([eventOf('a'), eventOf('b'), eventOf('a')])).toEqual(['a', 'b']);
  });

  it('F-28 loses what another tab has sent', () => {
    const { mine, merge, ids } = mineOf(eventOf('a'));
    mine.wasStored(mine.events());
    expect(merge([])).toEqual([]);
    expect(ids()).toEqual([]);
  });

  it('F-07 is bounded: the oldest make room', () => {
    const { mine, ids } = mineOf(eventOf('first'), eventOf('second'));
    mine.add(Array.from({ length: MAX_WAITING - 1 }, (_each, at) => eventOf(`${at}`)));
    expect(ids()).toHaveLength(MAX_WAITING);
    expect(ids()[0]).toBe('second');
  });

  it('F-12 keeps what the disk never had', () => {
    const { merge, ids } = mineOf(eventOf('a'));
    expect(merge([])).toEqual(['a']);
    expect(ids()).toEqual(['a']);
  });

  it('F-28 keeps what was corrected since it was stored', () => {
    const { mine, merge } = mineOf(eventOf('a'));
    mine.wasStored(mine.events());
    mine.add([eventOf('a', 'r1', NOON_MS + 1000)]);
    expect(merge([])).toEqual(['a']);
    mine.forget([eventOf('a')]);
    expect(merge([])).toEqual(['a']);
    mine.forget([eventOf('a', 'r1', NOON_MS + 1000)]);
    expect(merge([])).toEqual([]);
  });
});

describe('what a page left at its end', () => {
  const merged = (
    onDisk: readonly TelemetryEvent[],
    left: { events: readonly unknown[]; done: readonly unknown[] },
    history: readonly unknown[] = YES,
  ) =>
    createMine()
      .mergedWith({ queue: { events: onDisk }, left, history }, NOON_MS)
      .events.map(({ id }) => id);

  it('F-22 is queued by the next one', () => {
    const left = { events: [eventOf('b'), eventOf('a')], done: [] };
    expect(merged([eventOf('a')], left)).toEqual(['a', 'b']);
  });

  it('F-04 F-28 is not sent again where it knew of an answer before the disk did', () => {
    const left = { events: [], done: [eventOf('a')] };
    expect(merged([eventOf('a'), eventOf('b')], left)).toEqual(['b']);
    expect(merged([eventOf('a', 'r1', NOON_MS + 1)], left)).toEqual(['a']);
  });

  it('F-11 is nothing where others have written it', () => {
    expect(merged([eventOf('a')], { events: [7, null], done: ['a', {}] })).toEqual(['a']);
  });

  it('L-19 is dropped where it was taken back since', () => {
    const left = { events: [eventOf('b')], done: [] };
    expect(merged([], left, [...YES, recordOf('r2', false)])).toEqual([]);
  });
});

describe('what was taken back', () => {
  it('L-19 F-16 is dropped from disk and memory, told of it or not', () => {
    const { merge, ids } = mineOf(eventOf('mine'));
    expect(merge([eventOf('disk')], [...YES, recordOf('r2', false)])).toEqual([]);
    expect(ids()).toEqual([]);
  });

  it('L-19 stays dropped when somebody says yes again', () => {
    const again = [...YES, recordOf('r2', false), recordOf('r3')];
    const { merge, ids } = mineOf(eventOf('mine'), eventOf('new', 'r3'));
    expect(merge([eventOf('disk')], again)).toEqual(['new']);
    expect(ids()).toEqual(['new']);
  });

  it('L-19 is what goes by a record that is not there any more', () => {
    expect(mineOf(eventOf('mine')).merge([eventOf('disk')], [recordOf('other')])).toEqual([]);
    expect(mineOf().merge([eventOf('disk')], [])).toEqual([]);
    expect(mineOf().merge([eventOf('disk')], [null, 7, 'junk'])).toEqual([]);
  });

  it('is not what a yes to more was said after', () => {
    const more = [...YES, recordOf('r2')];
    expect(mineOf(eventOf('mine')).merge([eventOf('disk')], more)).toEqual(['disk', 'mine']);
  });

  it('is not what was said in a form', () => {
    const inForm = { ...recordOf('r2', false), collection: 'newsletter' };
    expect(mineOf(eventOf('mine')).merge([], [...YES, inForm])).toEqual(['mine']);
  });

  it('is not what was made while the record was on its way', () => {
    const { mine, merge, ids } = mineOf(eventOf('mine', ''));
    expect(merge([])).toEqual([]);
    expect(ids()).toEqual(['mine']);
    mine.relabel('r1');
    expect(merge([])).toEqual(['mine']);
  });
});
