// Events of the visit that wait to be sent, as they lie on disk for this page, other tabs and later pages.
import { isObject } from '../policy/shape.ts';
import { type TelemetryEvent, VISIT_EVENTS } from './events.ts';
import { MAX_PAUSE_MS } from './retry.ts';

export interface Queue {
  /** Oldest first; one of each id. */
  readonly events: readonly TelemetryEvent[];
  /** The receiver asked for peace until then. Milliseconds since 1970, UTC. */
  readonly dueAt: number;
  /** Until then a page has it in hand; of use where pages have no locks. Milliseconds since 1970, UTC. */
  readonly heldUntil: number;
}

/** As many wait at most; the oldest make room (F-07). */
export const MAX_WAITING = 300;
/** What could not be delivered within a day is dropped (F-24). */
export const MAX_AGE_MS = 86_400_000;
/** A page that has taken the queue in hand and ended: so long it is left alone by others. */
export const IN_HAND_MS = 60_000;
/** Of one request, in bytes; all that leave a page at its end share 64 KiB (S-10, F-23). */
export const MAX_BODY_BYTES = 16_384;
const MAX_ATTRIBUTES = 64;

export const EMPTY: Queue = { events: [], dueAt: 0, heldUntil: 0 };

const isValue = (value: unknown): boolean =>
  ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);

function isVisitEvent(value: unknown): value is TelemetryEvent {
  if (!isObject(value)) return false;
  const { id, name, occurredAt, attributes } = value;
  if (!isObject(attributes)) return false;
  const values = Object.values(attributes);
  return (
    VISIT_EVENTS.some((each) => each === name) &&
    Number.isSafeInteger(occurredAt) &&
    typeof id === 'string' &&
    attributes['s9.event.id'] === id &&
    typeof attributes['s9.record.id'] === 'string' &&
    values.length <= MAX_ATTRIBUTES &&
    values.every(isValue)
  );
}

/** A time that no pause leads to was written by another clock (F-30). */
const timeOf = (value: unknown, nowMs: number, latestMs: number): number =>
  typeof value === 'number' && value > nowMs && value <= nowMs + latestMs ? value : 0;

/** What of a stored value can be understood and is not too old; others can have written there (F-11). */
export function asQueue(value: unknown, nowMs: number): Queue {
  if (!isObject(value)) return EMPTY;
  const events: unknown[] = Array.isArray(value['events']) ? value['events'] : [];
  return {
    events: events
      .filter(isVisitEvent)
      .filter(({ occurredAt }) => Math.abs(nowMs - occurredAt) <= MAX_AGE_MS)
      .slice(-MAX_WAITING),
    dueAt: timeOf(value['dueAt'], nowMs, MAX_PAUSE_MS),
    heldUntil: timeOf(value['heldUntil'], nowMs, IN_HAND_MS),
  };
}

/** Of two with one id, the later one says more. */
const isOlder = (event: TelemetryEvent, other: TelemetryEvent): boolean =>
  event.id === other.id && event.occurredAt <= other.occurredAt;

/** With these too; each of an id that is there already in its place. */
export function withEvents(queue: Queue, events: readonly TelemetryEvent[]): Queue {
  const all = [...queue.events];
  for (const event of events) {
    const at = all.findIndex(({ id }) => id === event.id);
    if (at < 0) all.push(event);
    else if (isOlder(all[at] as TelemetryEvent, event)) all[at] = event;
  }
  return { ...queue, events: all.slice(-MAX_WAITING) };
}

/** Without what a request carried; what was corrected meanwhile stays. */
export const without = (queue: Queue, sent: readonly TelemetryEvent[]): Queue => ({
  ...queue,
  events: queue.events.filter((event) => !sent.some((each) => isOlder(event, each))),
});

const recordOf = ({ attributes }: TelemetryEvent): unknown => attributes['s9.record.id'];

/**
 * What goes into the next request: the oldest, and what follows it under the same answer, as far as there is
 * room for.
 *
 * @param bytesOf what an event takes of a body.
 */
export function batchOf(
  { events }: Pick<Queue, 'events'>,
  bytesOf: (event: TelemetryEvent) => number,
): TelemetryEvent[] {
  const [first] = events;
  if (!first) return [];
  let left = MAX_BODY_BYTES - bytesOf(first);
  const rest = events.slice(1).filter((event) => recordOf(event) === recordOf(first));
  const end = rest.findIndex((event) => (left -= bytesOf(event)) < 0);
  return [first, ...(end < 0 ? rest : rest.slice(0, end))];
}
