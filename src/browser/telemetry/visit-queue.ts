// What waits of the visit, in memory and on disk: a batch of it is claimed, and settled when it was answered.
import type { PurposeTerms } from '../../core/policy/policy.ts';
import type { TelemetryHost } from '../../core/ports.ts';
import type { Noted } from '../../core/rights/exported.ts';
import { declared } from '../../core/telemetry/attributes.ts';
import { TELEMETRY_PURPOSE, type TelemetryEvent } from '../../core/telemetry/events.ts';
import { createMine } from '../../core/telemetry/mine.ts';
import {
  batchOf,
  EMPTY,
  IN_HAND_MS,
  type Queue,
  withEvents,
  without,
} from '../../core/telemetry/queue.ts';
import { newestChoiceId } from '../../core/telemetry/under-grant.ts';
import { noteUnstored } from '../database/ledger.ts';
import { type Stored, step } from '../database/outbox.ts';
import { hasLocks } from './exclusively.ts';
import { clearJournal, readJournal, writeJournal } from './journal.ts';
import { clearLinks } from './link.ts';
import { oneByOne } from './one-by-one.ts';
import { bytesOf, otlpBody } from './otlp.ts';

export interface VisitWay {
  readonly endpoint: string;
  /** Version and digest of the widget. */
  readonly build: string;
  /** What was granted, as the policy has it. */
  readonly purpose: PurposeTerms;
}

/** A request that may leave now, and what it carries. */
export interface Batch {
  readonly events: readonly TelemetryEvent[];
  readonly entry: Noted;
}

/** What a claim came to: nothing but a time where something waits for it; `stale` where the choice has to be read again. */
export interface Claim {
  readonly isStale?: boolean;
  readonly batch?: Batch;
  /** Milliseconds. */
  readonly waitMs?: number;
}

type Claimed = Claim & { readonly queue: Queue };

export function createVisitQueue({ build, endpoint, purpose }: VisitWay, host: TelemetryHost) {
  const mine = createMine();
  const { outgoing } = host;
  /** In place of the one on disk, where there is no disk. */
  let memory: Queue = EMPTY;
  /** Answered, which the disk is being told. */
  let settling: Batch | undefined;

  function batchFrom(queue: Pick<Queue, 'events'>, nowMs: number): Batch | null {
    // Another policy may have come since an event was made.
    const events = batchOf(queue, bytesOf).map((event) => ({
      ...event,
      attributes: declared(event.attributes, purpose),
    }));
    const [first] = events;
    if (!first) return null;
    const entry: Noted = {
      sentAt: nowMs,
      to: endpoint,
      body: otlpBody(events, build, nowMs),
      outcome: 'leaving',
      eventId: first.id,
      recordId: String(first.attributes['s9.record.id']),
    };
    return { events, entry };
  }

  function claimIn(queue: Queue, notBefore: number): Claimed {
    const nowMs = Date.now();
    const dueAt = Math.max(queue.dueAt, hasLocks() ? 0 : queue.heldUntil, notBefore);
    const batch = batchFrom(queue, nowMs);
    if (!batch) return { queue };
    if (dueAt > nowMs) return { queue, waitMs: dueAt - nowMs };
    return { queue: { ...queue, heldUntil: nowMs + IN_HAND_MS }, batch };
  }

  /** One step on disk, with what earlier pages left at their end. */
  async function stepWithLeft<T extends { readonly queue: Queue; readonly batch?: Batch }>(
    take: (queue: Queue, stored: Stored) => T,
  ): Promise<T> {
    const left = readJournal();
    const taken = await step((stored) => {
      const queue = mine.mergedWith({ ...stored, left }, Date.now());
      const next = take(queue, stored);
      return { ...next, entries: [...left.entries, ...(next.batch ? [next.batch.entry] : [])] };
    });
    clearJournal(left.text);
    return taken;
  }

  /** In one transaction with the choice as it lies there: no tab takes anything back in between (F-16, F-25). */
  async function claimOnDisk(notBefore: number): Promise<Claim> {
    let kept: readonly TelemetryEvent[] = [];
    const claimed = await stepWithLeft((queue, { history, draft }): Claimed => {
      const { recordId } = host.state();
      if (!recordId || newestChoiceId(history, draft) !== recordId) return { queue, isStale: true };
      mine.relabel(recordId);
      kept = mine.events();
      return claimIn(withEvents(queue, kept), notBefore);
    });
    mine.wasStored(kept);
    return claimed;
  }

  async function claimInMemory(notBefore: number): Promise<Claim> {
    await host.reread();
    const { recordId } = host.state();
    if (!host.allows(TELEMETRY_PURPOSE) || !recordId) return { isStale: true };
    mine.relabel(recordId);
    const claimed = claimIn(withEvents(memory, mine.events()), notBefore);
    memory = claimed.queue;
    if (claimed.batch) noteUnstored(outgoing, claimed.batch.entry);
    return claimed;
  }

  /** On disk at once, where something has to be waited for: a page can be ended at any time. */
  const storing = oneByOne(async () => {
    const events = mine.events();
    await stepWithLeft((queue) => ({ queue })).then(
      () => mine.wasStored(events),
      () => undefined,
    );
  });

  return {
    mine,
    store: storing.ask,

    /** @param notBefore milliseconds since 1970, UTC. */
    async claim(notBefore: number): Promise<Claim> {
      if (host.state().storage === 'memory') return claimInMemory(notBefore);
      return claimOnDisk(notBefore).catch((error: unknown) =>
        // A disk that does not answer may hold a no; one that is gone holds nothing.
        error ? claimInMemory(notBefore) : { isStale: true },
      );
    },

    /**
     * Leaves behind what this page has not sent when it ends, for no disk would answer in time; the next page takes
     * it over, and the receiver drops what comes twice.
     *
     * @param inFlight what is on its way already.
     * @param maySend whether it may leave at once too; that is returned.
     */
    leave(inFlight: readonly TelemetryEvent[], maySend: boolean): Batch | null {
      const { recordId } = host.state();
      if (!recordId) return null;
      mine.relabel(recordId);
      const isLeft = ({ id }: TelemetryEvent) => inFlight.every((each) => each.id !== id);
      const events = mine.events().filter(isLeft);
      const batch = maySend ? batchFrom({ events }, Date.now()) : null;
      const entries = [settling, batch].flatMap((each) => each?.entry ?? []);
      const done = settling?.events ?? [];
      if (events[0] ?? done[0]) writeJournal({ events, done, entries });
      return batch;
    },

    /**
     * What became of a request.
     *
     * @param dueAt when the receiver wants it again; `null` where it is not to be sent again.
     * @returns whether anything is left.
     */
    async settle({ events, entry }: Batch, dueAt: number | null): Promise<boolean> {
      const settled = (queue: Queue): Queue => ({
        ...(dueAt === null ? without(queue, events) : queue),
        dueAt: dueAt ?? 0,
        heldUntil: 0,
      });
      if (dueAt === null) {
        mine.forget(events);
        settling = { events, entry };
      }
      memory = settled(memory);
      if (outgoing.unstored.some(({ body }) => body === entry.body)) noteUnstored(outgoing, entry);
      const kept = mine.events();
      // With what stands in the journal: a page that was only hidden hears the answer, and tells the disk of both.
      const { queue } = await stepWithLeft((before) => ({
        queue: settled(before),
        batch: { events, entry },
      })).then(
        (taken) => {
          mine.wasStored(kept);
          return taken;
        },
        () => ({ queue: memory }),
      );
      settling = undefined;
      return !!(queue.events[0] ?? mine.events()[0]);
    },

    clear(): void {
      mine.clear();
      memory = EMPTY;
      // What was sent stays known, whatever is taken back.
      const { entries } = readJournal();
      clearJournal();
      clearLinks();
      void step(() => ({ queue: EMPTY, entries })).catch(() => undefined);
    },
  };
}
