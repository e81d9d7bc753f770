import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import {
  asDeliveries,
  type Delivery,
  isDelivered,
  isTaken,
  owedIn,
  withClaim,
  withOwed,
  withTry,
} from './delivery.ts';

const HOUR_MS = 3_600_000;
const HISTORY = [{ recordId: 'a' }, { folded: 3 }, null, { recordId: 'b' }];
const OWED: Delivery[] = [
  { recordId: 'a', dueAt: NOON_MS, tries: 0 },
  { recordId: 'b', dueAt: NOON_MS, tries: 0 },
];
const idsOwed = (deliveries: unknown, nowMs = NOON_MS) =>
  owedIn(deliveries, HISTORY, nowMs).map(({ record }) => record.recordId);

interface Answer {
  readonly retryAfter?: string;
  readonly date?: string;
  readonly delayMs?: number;
  readonly tries?: number;
}

/** What is noted of b, which is sent at noon and answered a second later; without a status there is no answer. */
function noted(status: number | null, answer: Answer = {}): Delivery[] {
  const { retryAfter = null, date = null, delayMs = null, tries = 1 } = answer;
  const reply = status === null ? null : { status, retryAfter, date };
  const before = [OWED[0], { ...OWED[1], tries }];
  const times = { sentAt: NOON_MS, answeredAt: NOON_MS + 1000 };
  return withTry(before, { eventId: 'b', reply, delayMs, ...times });
}

describe('L-25 the proof of a record', () => {
  it('is owed with the record, and no longer than it', () => {
    const before = [{ recordId: 'gone', dueAt: 1, tries: 0 }, OWED[0]];
    expect(withOwed(before, HISTORY, NOON_MS)).toEqual(OWED);
    expect(withOwed('junk', HISTORY, NOON_MS)).toEqual([OWED[1]]);
    expect(idsOwed(OWED)).toEqual(['a', 'b']);
  });

  it.each([200, 202, 400, 413, 415])('is not sent again after %d', (status) => {
    const after = noted(status);
    expect(after).toEqual([
      OWED[0],
      { recordId: 'b', status, sentAt: NOON_MS, answeredAt: NOON_MS + 1000 },
    ]);
    expect(idsOwed(after)).toEqual(['a']);
    expect(isTaken(after[1] as Delivery)).toBe(status < 300);
  });

  it.each<[string, number | null, Answer, number]>([
    ['no answer', null, {}, HOUR_MS],
    ['no answer, and another try', null, { delayMs: 612.7 }, 613],
    ['503, and another try', 503, { delayMs: 2000 }, 2000],
    ['503 for the sixth time', 503, { delayMs: 2000, tries: 6 }, HOUR_MS],
    ['503', 503, {}, HOUR_MS],
    ['an error that is the receiver’s', 500, {}, HOUR_MS],
    ['a key that is not known', 401, {}, HOUR_MS],
    ['an address that is wrong for now', 404, {}, HOUR_MS],
    ['429 that asks for a minute', 429, { retryAfter: '60' }, HOUR_MS],
    ['429 that asks for three hours', 429, { retryAfter: '10800' }, 3 * HOUR_MS],
    ['503 that asks for a year', 503, { retryAfter: '31536000' }, 24 * HOUR_MS],
    ['503 that asks for nothing that is known', 503, { retryAfter: 'soon' }, HOUR_MS],
  ])('is owed after %s', (_what, status, answer, pauseMs) => {
    const [other, after] = noted(status, answer);
    const dueAt = NOON_MS + 1000 + pauseMs;
    expect(after).toEqual({ recordId: 'b', dueAt, tries: answer.tries ?? 1 });
    expect(other).toEqual(OWED[0]);
    expect(owedIn([after], HISTORY, NOON_MS + 1000)).toMatchObject([
      { record: { recordId: 'b' }, delayMs: pauseMs > 2000 ? pauseMs : 0 },
    ]);
  });

  it('that was erased is neither sent nor noted', () => {
    expect(withClaim([OWED[0]], 'b', NOON_MS)).toBeNull();
    const reply = { status: 200, retryAfter: null, date: null };
    const tried = { eventId: 'b', reply, delayMs: null, sentAt: NOON_MS, answeredAt: NOON_MS };
    expect(withTry(undefined, tried)).toEqual([]);
    expect(withTry([OWED[0]], tried)).toEqual([OWED[0]]);
  });
});

describe('a page that takes a proof in hand', () => {
  const claimed = withClaim(OWED, 'b', NOON_MS);

  it('has it alone for a minute', () => {
    expect(claimed).toEqual([OWED[0], { recordId: 'b', dueAt: NOON_MS + 60_000, tries: 1 }]);
    expect(withClaim(claimed, 'b', NOON_MS + 50_000)).toBeNull();
    expect(withClaim(claimed, 'b', NOON_MS + 60_000)).toMatchObject([{}, { tries: 2 }]);
  });

  it('takes none that is answered, or not due', () => {
    expect(withClaim(noted(200), 'b', NOON_MS)).toBeNull();
    expect(withClaim(noted(503), 'b', NOON_MS + HOUR_MS - 5000)).toBeNull();
    expect(withClaim(noted(503), 'b', NOON_MS + HOUR_MS)).toHaveLength(2);
  });

  it('F-30 takes one that a wrong clock has put off beyond any pause', () => {
    const far = [{ recordId: 'b', dueAt: NOON_MS + 25 * HOUR_MS, tries: 1 }];
    expect(withClaim(far, 'b', NOON_MS)).toHaveLength(1);
    expect(owedIn(far, HISTORY, NOON_MS)).toMatchObject([{ delayMs: 0 }]);
  });
});

describe("F-30 the receiver's clock", () => {
  it('is kept to the second', () => {
    expect(noted(200, { date: 'Sun, 01 Mar 2026 09:00:00 GMT' })[1]).toMatchObject({
      answeredAt: NOON_MS + 1000,
      receiverAt: NOON_MS - 3 * HOUR_MS,
    });
  });

  it.each(['', 'noon', '99999999999999999999'])('is not made up from %j', (date) => {
    expect(noted(200, { date })[1]).not.toHaveProperty('receiverAt');
  });
});

test('F-11 whatever is stored there, only what is understood is read', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const each of asDeliveries([value])) expect(each).toHaveProperty('recordId');
      expect(owedIn(value, HISTORY, NOON_MS)).toEqual([]);
      expect(withOwed(value, [value], NOON_MS)).toHaveLength(1);
    }),
  );
  const delivered = { recordId: 'a', status: 200, sentAt: 1, answeredAt: 1 };
  expect(isDelivered(delivered)).toBe(true);
  expect(isDelivered({ ...delivered, ip: '192.0.2.1' })).toBe(false);
  expect(isDelivered({ ...delivered, answeredAt: '1' })).toBe(false);
});
