import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  asDeliveries,
  type Delivery,
  isDelivered,
  owedIn,
  withOwed,
  withReply,
} from './delivery.ts';
import { NOON_MS } from './fakes.ts';

const HOUR_MS = 3_600_000;
const HISTORY = [{ recordId: 'a' }, { folded: 3 }, { recordId: 'b' }];
const OWED: Delivery[] = [
  { recordId: 'a', dueAt: NOON_MS },
  { recordId: 'b', dueAt: NOON_MS },
];

const replied = (
  status: number,
  { retryAfter = null, date = null }: { retryAfter?: string | null; date?: string | null } = {},
  delayMs: number | null = null,
) => withReply(OWED, 'b', { status, retryAfter, date }, delayMs, NOON_MS)[1];

describe('L-25 the proof of a record', () => {
  it('is owed with the record, and no longer than it', () => {
    const before = [{ recordId: 'gone', dueAt: 1 }, OWED[0]];
    expect(withOwed(before, HISTORY, NOON_MS)).toEqual(OWED);
    expect(withOwed('junk', HISTORY, NOON_MS)).toEqual([OWED[1]]);
  });

  it.each([200, 202, 400, 401, 404, 500])('is not sent again after %d', (status) => {
    expect(replied(status)).toEqual({ recordId: 'b', status, answeredAt: NOON_MS });
    expect(owedIn(withReply(OWED, 'b', null, null, 0), HISTORY)).toHaveLength(2);
    const after = withReply(OWED, 'b', { status, retryAfter: null, date: null }, null, NOON_MS);
    expect(owedIn(after, HISTORY)).toEqual([{ record: HISTORY[0], dueAt: NOON_MS }]);
  });

  it.each([
    ['no answer', null, null, HOUR_MS],
    ['no answer, and another try', null, 612.7, 613],
  ] as const)('is owed after %s', (_what, reply, delayMs, pauseMs) => {
    const [other, after] = withReply(OWED, 'b', reply, delayMs, NOON_MS);
    expect(after).toEqual({ recordId: 'b', dueAt: NOON_MS + pauseMs });
    expect(other).toEqual(OWED[0]);
    expect(owedIn([after], HISTORY)).toHaveLength(1);
  });

  it.each([
    ['503', 503, null, HOUR_MS],
    ['429 that asks for a minute', 429, '60', HOUR_MS],
    ['429 that asks for three hours', 429, '10800', 3 * HOUR_MS],
    ['503 that asks for a year', 503, '31536000', 24 * HOUR_MS],
    ['503 that asks for nothing that is known', 503, 'soon', HOUR_MS],
  ] as const)('is left in peace after %s', (_what, status, retryAfter, pauseMs) => {
    expect(replied(status, { retryAfter })).toEqual({ recordId: 'b', dueAt: NOON_MS + pauseMs });
  });

  it('that was erased is not noted', () => {
    const reply = { status: 200, retryAfter: null, date: null };
    expect(withReply(undefined, 'b', reply, null, NOON_MS)).toEqual([]);
    expect(withReply([OWED[0]], 'b', reply, null, NOON_MS)).toEqual([OWED[0]]);
  });
});

describe("F-30 the receiver's clock", () => {
  it('is kept to the second', () => {
    expect(replied(200, { date: 'Sun, 01 Mar 2026 09:00:00 GMT' })).toEqual({
      recordId: 'b',
      status: 200,
      answeredAt: NOON_MS,
      receiverAt: NOON_MS - 3 * HOUR_MS,
    });
  });

  it.each([null, '', 'noon', '99999999999999999999'])('is not made up from %j', (date) => {
    expect(replied(200, { date })).not.toHaveProperty('receiverAt');
  });
});

test('F-11 whatever is stored there, only what is understood is read', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const each of asDeliveries([value])) expect(each).toHaveProperty('recordId');
      expect(owedIn(value, HISTORY)).toEqual([]);
    }),
  );
  expect(isDelivered({ recordId: 'a', status: 200, answeredAt: 1, ip: '192.0.2.1' })).toBe(false);
  expect(isDelivered({ recordId: 'a', status: 200, answeredAt: '1' })).toBe(false);
  expect(isDelivered({ recordId: 'a', status: 200, answeredAt: 1 })).toBe(true);
});
