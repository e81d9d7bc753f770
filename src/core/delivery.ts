// What became of the proof of each choice at the Customer's receiver: owed, or answered, and when (F-30).
import type { ConsentRecord } from './choice.ts';
import { type Answered, isRetryable, pauseMs } from './retry.ts';
import { isObject } from './shape.ts';

/** The receiver's last word on the proof of one record. Times are milliseconds since 1970, UTC. */
export interface Delivered {
  readonly recordId: string;
  /** HTTP status. */
  readonly status: number;
  /** When it answered, by the device's clock. */
  readonly answeredAt: number;
  /** The same moment by the receiver's own clock, in whole seconds; absent where it keeps that from scripts. */
  readonly receiverAt?: number;
}

/** A proof that is still to be sent, by this page or a later one. */
export interface Owed {
  readonly recordId: string;
  /** Not before this; milliseconds since 1970, UTC, by the device's clock. */
  readonly dueAt: number;
}

export type Delivery = Delivered | Owed;

/** What the receiver answered, and its clock: the header `Date`. */
export interface Reply extends Answered {
  readonly date: string | null;
}

const isTime = (value: unknown): boolean => Number.isSafeInteger(value);

/** Whether a value is a receiver's last word, and nothing besides. */
export function isDelivered(value: unknown): value is Delivered {
  if (!isObject(value)) return false;
  const { recordId, status, answeredAt, receiverAt = 0, ...rest } = value;
  return (
    typeof recordId === 'string' &&
    [status, answeredAt, receiverAt].every(isTime) &&
    Object.keys(rest).length === 0
  );
}

const isOwed = (value: unknown): value is Owed =>
  isObject(value) && typeof value['recordId'] === 'string' && isTime(value['dueAt']);

/** What of a stored value can be understood; others can have written there (F-11). */
export const asDeliveries = (value: unknown): Delivery[] =>
  Array.isArray(value)
    ? value.filter((each): each is Delivery => isOwed(each) || isDelivered(each))
    : [];

/**
 * With the proof of the newest record owed; those of records that are gone are forgotten.
 *
 * @param before as stored; may be anything.
 */
export function withOwed(before: unknown, history: readonly unknown[], nowMs: number): Delivery[] {
  const ids = (history as readonly Partial<ConsentRecord>[]).map(({ recordId }) => recordId);
  return [
    ...asDeliveries(before).filter(({ recordId }) => ids.includes(recordId)),
    { recordId: ids.at(-1) as string, dueAt: nowMs },
  ];
}

/**
 * With what came of a try. What was erased meanwhile stays so.
 *
 * @param reply `null` when there was no answer at all.
 * @param delayMs until the next try of this page; `null` when it makes none.
 */
export function withReply(
  before: unknown,
  recordId: string,
  reply: Reply | null,
  delayMs: number | null,
  nowMs: number,
): Delivery[] {
  const receiverAt = Date.parse(reply?.date ?? '');
  const after: Delivery =
    reply && !isRetryable(reply)
      ? {
          recordId,
          status: reply.status,
          answeredAt: nowMs,
          ...(isTime(receiverAt) && { receiverAt }),
        }
      : { recordId, dueAt: Math.ceil(nowMs + (delayMs ?? pauseMs(reply, nowMs))) };
  return asDeliveries(before).map((each) => (each.recordId === recordId ? after : each));
}

/** Records whose proofs are still owed, oldest first, each with when it is due. */
export function owedIn(deliveries: unknown, history: readonly unknown[]) {
  const owed = asDeliveries(deliveries).filter(isOwed);
  return (history as readonly ConsentRecord[]).flatMap((record) => {
    const found = owed.find(({ recordId }) => recordId === record.recordId);
    return found ? [{ record, dueAt: found.dueAt }] : [];
  });
}
