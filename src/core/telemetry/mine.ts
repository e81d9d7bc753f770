// What this page has made and not delivered yet, beside what lies on disk for all pages.
import type { TelemetryEvent } from './events.ts';
import { asQueue, type Queue, withEvents, without } from './queue.ts';
import { isUnderGrant } from './under-grant.ts';

/** The queue as it lies on disk, and the answers it went by; others can have written it (F-11). */
export interface OnDisk {
  readonly queue: unknown;
  /** What pages left at their end: what is to come into the queue, and what they knew to be done. */
  readonly left?: { readonly events: readonly unknown[]; readonly done: readonly unknown[] };
  readonly history: readonly unknown[];
}

const NOTHING = { events: [], done: [] };

export class Mine {
  #events = new Map<string, TelemetryEvent>();
  /** Those that are known to be on disk, by when they occurred. */
  #stored = new Map<string, number>();

  /** One with the same id takes the place of what was said before. */
  add(events: readonly TelemetryEvent[]): void {
    for (const event of events) this.#events.set(event.id, event);
  }

  get events(): readonly TelemetryEvent[] {
    return [...this.#events.values()];
  }

  /** What this page made goes by the record that is in force when it leaves. */
  relabel(recordId: string): void {
    for (const event of this.events) {
      const attributes = { ...event.attributes, 's9.record.id': recordId };
      this.#events.set(event.id, { ...event, attributes });
    }
  }

  wasStored(events: readonly TelemetryEvent[]): void {
    for (const { id, occurredAt } of events) this.#stored.set(id, occurredAt);
  }

  /** What was sent; what was corrected meanwhile stays. */
  forget(events: readonly TelemetryEvent[]): void {
    for (const { id, occurredAt } of events) {
      const event = this.#events.get(id);
      if (!event || event.occurredAt > occurredAt) continue;
      this.#events.delete(id);
      this.#stored.delete(id);
    }
  }

  clear(): void {
    this.#events.clear();
    this.#stored.clear();
  }

  /**
   * The queue on disk with what this page made, and of both only what is still granted. What was on disk and is
   * not any more was sent by another tab or taken back in one: it leaves this page's memory too (F-16, F-25).
   */
  mergedWith({ queue, left = NOTHING, history }: OnDisk, nowMs: number): Queue {
    const onDisk = asQueue(queue, nowMs);
    const ids = new Set(onDisk.events.map(({ id }) => id));
    const isGranted = (event: TelemetryEvent) => isUnderGrant(event, history);
    this.forget(
      this.events.filter((event) => {
        const isStored = this.#stored.get(event.id) === event.occurredAt;
        // Made while a no to something else had no record yet, it gets its record when that has one.
        const isTakenBack = event.attributes['s9.record.id'] !== '' && !isGranted(event);
        return isTakenBack || (isStored && !ids.has(event.id));
      }),
    );
    const added = [...asQueue(left, nowMs).events, ...this.events];
    const queued = withEvents(
      { ...onDisk, events: onDisk.events.filter(isGranted) },
      added.filter(isGranted),
    );
    return without(queued, asQueue({ events: left.done }, nowMs).events);
  }
}
