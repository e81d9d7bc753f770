// What became of the proof of each choice at the Customer's receiver: owed, or answered, and when (L-25, F-30).
import type { ConsentRecord } from '../choice/choice.ts';
import { isObject } from '../policy/shape.ts';
import { type Answered, MAX_PAUSE_MS, MAX_TRIES, pauseMs } from './retry.ts';

/** The receiver's last word on the proof of one record. Times are milliseconds since 1970, UTC. */
export interface Delivered {
  readonly recordId: string;
  /** HTTP status. */
  readonly status: number;
  /** When it was sent and answered, by the device's clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** When it was answered by the receiver's own clock, in whole seconds; absent where it keeps that from scripts. */
  readonly receiverAt?: number;
}

/** A proof that is still to be sent, by this page or a later one. */
export interface Owed {
  readonly recordId: string;
  /** Not before this; milliseconds since 1970, UTC, by the device's clock. */
  readonly dueAt: number;
  /** How often it has been sent. */
  readonly tries: number;
}

export type Delivery = Delivered | Owed;

/** What the receiver answered, and its clock: the header `Date`. */
export interface Reply extends Answered {
  readonly date: string | null;
}

/** A page that has taken a proof in hand and ended: so long it is left alone by others. */
const IN_HAND_MS = 60_000;
/** Timers are not exact. */
const SLACK_MS = 2000;

const areTimes = (...values: readonly unknown[]): boolean => values.every(Number.isSafeInteger);

/** Whether a value is a receiver's last word, and nothing besides. */
export function isDelivered(value: unknown): value is Delivered {
  if (!isObject(value)) return false;
  const { recordId, status, sentAt, answeredAt, receiverAt = 0, ...rest } = value;
  return (
    typeof recordId === 'string' &&
    areTimes(status, sentAt, answeredAt, receiverAt) &&
    Object.keys(rest).length === 0
  );
}

/** Whether the receiver took it. */
export const isTaken = (delivery: Delivery): delivery is Delivered =>
  isDelivered(delivery) && delivery.status >= 200 && delivery.status < 300;

const isOwed = (value: unknown): value is Owed =>
  isObject(value) &&
  typeof value['recordId'] === 'string' &&
  areTimes(value['dueAt'], value['tries']);

/** What of a stored value can be understood; others can have written there (F-11). */
export const asDeliveries = (value: unknown): Delivery[] =>
  Array.isArray(value)
    ? value.filter((each): each is Delivery => isOwed(each) || isDelivered(each))
    : [];

type Entry = Partial<ConsentRecord> | null | undefined;

/**
 * With the proof of the newest record owed; those of records that are gone are forgotten.
 *
 * @param before as stored; may be anything.
 */
export function withOwed(before: unknown, history: readonly unknown[], nowMs: number): Delivery[] {
  const ids = (history as readonly Entry[]).map((entry) => entry?.recordId);
  const newest: Owed = { recordId: ids.at(-1) as string, dueAt: nowMs, tries: 0 };
  return [...asDeliveries(before).filter(({ recordId }) => ids.includes(recordId)), newest];
}

/** Further away than any pause: the clock was wrong when that was written, or is now (F-30). */
const isDue = ({ dueAt }: Owed, nowMs: number): boolean =>
  dueAt <= nowMs + SLACK_MS || dueAt > nowMs + MAX_PAUSE_MS;

/**
 * With this proof in the hand of the page that asks, for a try; `null` where it is not to be sent now: it
 * was delivered or erased, or another page has it in hand.
 */
export function withClaim(before: unknown, id: string, nowMs: number): Delivery[] | null {
  const deliveries = asDeliveries(before);
  const owed = deliveries.filter(isOwed).find(({ recordId }) => recordId === id);
  if (!owed || !isDue(owed, nowMs)) return null;
  const claimed: Owed = { recordId: id, dueAt: nowMs + IN_HAND_MS, tries: owed.tries + 1 };
  return deliveries.map((each) => (each === owed ? claimed : each));
}

/** It would say the same of the same body; all else can pass: a wrong key, a wrong address, a bad day. */
const REFUSALS: readonly number[] = [400, 405, 406, 411, 413, 414, 415, 422, 431];

const isFinal = ({ status }: Reply): boolean =>
  (status >= 200 && status < 300) || REFUSALS.includes(status);

/** One try: what came of it, and when. */
export interface Try {
  /** A proof has the id of its record. */
  readonly eventId: string;
  /** `null` when there was no answer at all. */
  readonly reply: Reply | null;
  /** Until this page's next try; `null` when it makes none. */
  readonly delayMs: number | null;
  readonly sentAt: number;
  readonly answeredAt: number;
}

function outcomeOf(owed: Owed, { reply, delayMs, sentAt, answeredAt }: Try): Delivery {
  const { recordId, tries } = owed;
  if (reply && isFinal(reply)) {
    const receiverAt = Date.parse(reply.date ?? '');
    const known = areTimes(receiverAt) ? { receiverAt } : {};
    return { recordId, status: reply.status, sentAt, answeredAt, ...known };
  }
  const waitMs = delayMs === null || tries >= MAX_TRIES ? pauseMs(reply, answeredAt) : delayMs;
  return { recordId, dueAt: Math.ceil(answeredAt + waitMs), tries };
}

/** With what came of a try. What was erased meanwhile stays so. */
export const withTry = (before: unknown, tried: Try): Delivery[] =>
  asDeliveries(before).map((each) =>
    each.recordId === tried.eventId && isOwed(each) ? outcomeOf(each, tried) : each,
  );

/** Records whose proofs are still owed, oldest first, each with how long from now it is left alone. */
export function owedIn(deliveries: unknown, history: readonly unknown[], nowMs: number) {
  const owed = asDeliveries(deliveries).filter(isOwed);
  return (history as readonly Entry[]).flatMap((entry) => {
    const found = owed.find(({ recordId }) => recordId === entry?.recordId);
    if (!found) return [];
    const delayMs = isDue(found, nowMs) ? 0 : found.dueAt - nowMs;
    return [{ record: entry as ConsentRecord, delayMs }];
  });
}
