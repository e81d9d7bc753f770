// What this page has made and not delivered yet, beside what lies on disk for all pages.
import type { TelemetryEvent } from './events.ts';
import { asQueue, MAX_WAITING, type Queue, withEvents, without } from './queue.ts';
import { isUnderGrant } from './under-grant.ts';

/** The queue as it lies on disk, and the answers it went by; others can have written it (F-11). */
export interface OnDisk {
  readonly queue: unknown;
  /** What pages left at their end: what is to come into the queue, and what they knew to be done. */
  readonly left?: { readonly events: readonly unknown[]; readonly done: readonly unknown[] };
  readonly history: readonly unknown[];
}

const NOTHING = { events: [], done: [] };

export interface Mine {
  /** One with the same id takes the place of what was said before. */
  add(events: readonly TelemetryEvent[]): void;
  events(): readonly TelemetryEvent[];
  /** What this page made goes by the record that is in force when it leaves. */
  relabel(recordId: string): void;
  wasStored(events: readonly TelemetryEvent[]): void;
  /** What was sent; what was corrected meanwhile stays. */
  forget(events: readonly TelemetryEvent[]): void;
  clear(): void;
  /**
   * The queue on disk with what this page made, and of both only what is still granted. What was on disk and is
   * not any more was sent by another tab or taken back in one: it leaves this page's memory too (F-16, F-25).
   */
  mergedWith(stored: OnDisk, nowMs: number): Queue;
}

export function createMine(): Mine {
  const made = new Map<string, TelemetryEvent>();
  /** Those that are known to be on disk, by when they occurred. */
  const stored = new Map<string, number>();
  const all = () => [...made.values()];

  function forget(events: readonly TelemetryEvent[]): void {
    for (const { id, occurredAt } of events) {
      const event = made.get(id);
      if (!event || event.occurredAt > occurredAt) continue;
      made.delete(id);
      stored.delete(id);
    }
  }

  return {
    add(events) {
      for (const event of events) made.set(event.id, event);
      // As many as the queue holds: the oldest make room (F-07).
      forget(all().slice(0, -MAX_WAITING));
    },
    events: all,
    relabel(recordId) {
      for (const event of all()) {
        const attributes = { ...event.attributes, 's9.record.id': recordId };
        made.set(event.id, { ...event, attributes });
      }
    },
    wasStored(events) {
      for (const { id, occurredAt } of events) stored.set(id, occurredAt);
    },
    forget,
    clear() {
      made.clear();
      stored.clear();
    },
    mergedWith({ queue, left = NOTHING, history }, nowMs) {
      const onDisk = asQueue(queue, nowMs);
      const ids = new Set(onDisk.events.map(({ id }) => id));
      const isGranted = (event: TelemetryEvent) => isUnderGrant(event, history);
      forget(
        all().filter((event) => {
          const isStored = stored.get(event.id) === event.occurredAt;
          // Made while a no to something else had no record yet, it gets its record when that has one.
          const isTakenBack = event.attributes['s9.record.id'] !== '' && !isGranted(event);
          return isTakenBack || (isStored && !ids.has(event.id));
        }),
      );
      const events = [...onDisk.events, ...asQueue(left, nowMs).events, ...all()];
      // One of each id, whoever has written there.
      const queued = withEvents({ ...onDisk, events: [] }, events.filter(isGranted));
      return without(queued, asQueue({ events: left.done }, nowMs).events);
    },
  };
}
