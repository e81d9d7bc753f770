import { expect, test } from 'vitest';
import { fakeCrypto, NOON_MS } from '../choice/fakes.ts';
import type { Delivered } from '../telemetry/delivery.ts';
import { doubtsIn } from './clock-doubt.ts';
import { deliveredOf, historyOf, QUOTED, RECEIPT_ID } from './fakes.ts';
import { toReceipt } from './receipt.ts';

const records = await historyOf(fakeCrypto());
const receiptWith = (delivered: ReturnType<typeof deliveredOf>) =>
  toReceipt({ records, delivered, receiptId: RECEIPT_ID, createdAt: NOON_MS, quoted: QUOTED });
const MINUTE_MS = 60_000;

test.for([
  ['the same', 0],
  ['five minutes ahead', 5 * MINUTE_MS],
  ['five minutes behind', -5 * MINUTE_MS],
] as const)("F-30 a receiver's clock that is %s leaves no doubt", ([, aheadMs]) => {
  expect(doubtsIn(receiptWith(deliveredOf(records, aheadMs)))).toEqual([]);
});

test.for([
  [5 * MINUTE_MS + 1, "doubtful: the device's clock was 5 minutes behind the receiver's"],
  [-62 * MINUTE_MS, "doubtful: the device's clock was 1 hour ahead of the receiver's"],
  [-3 * 1440 * MINUTE_MS, "doubtful: the device's clock was 3 days ahead of the receiver's"],
] as const)('F-30 one that is %d ms ahead does: %s', ([aheadMs, words]) => {
  const doubts = doubtsIn(receiptWith(deliveredOf(records.slice(0, 2), aheadMs)));
  expect(doubts).toEqual([
    { path: 'dpv:hasRecordOfActivity[0].dpv:isIndicatedAtTime', words },
    { path: 'dpv:hasRecordOfActivity[1].dpv:isIndicatedAtTime', words },
  ]);
});

const [FIRST] = deliveredOf(records) as [Delivered];

test('F-30 how long an answer took is no doubt', () => {
  const answeredAt = FIRST.answeredAt + 120 * MINUTE_MS;
  expect(doubtsIn(receiptWith([{ ...FIRST, answeredAt }]))).toEqual([]);
});

test('F-30 a choice after its own proof is doubtful, however right the clock was by then', () => {
  const [sentAt, answeredAt, receiverAt] = [0, 1000, 0].map(
    (ms) => FIRST.sentAt + ms - 120 * MINUTE_MS,
  ) as [number, number, number];
  expect(doubtsIn(receiptWith([{ ...FIRST, sentAt, answeredAt, receiverAt }]))).toMatchObject([
    { words: 'doubtful: 2 hours after the receiver had the proof of it' },
  ]);
});

test('F-30 where the receiver told no time, or nothing, there is nothing to compare', () => {
  const { receiverAt: _receiverAt, ...told } = FIRST;
  expect(doubtsIn(receiptWith([told]))).toEqual([]);
  expect(doubtsIn(receiptWith([]))).toEqual([]);
});
