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

export class VisitQueue {
  readonly mine = createMine();
  readonly #way: VisitWay;
  readonly #host: TelemetryHost;
  /** In place of the one on disk, where there is no disk. */
  #memory: Queue = EMPTY;
  /** Answered, which the disk is being told. */
  #settling: Batch | undefined;

  constructor(way: VisitWay, host: TelemetryHost) {
    this.#way = way;
    this.#host = host;
  }

  #batchFrom(queue: Pick<Queue, 'events'>, nowMs: number): Batch | null {
    const { build, endpoint, purpose } = this.#way;
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

  #claimIn(queue: Queue, notBefore: number): Claimed {
    const nowMs = Date.now();
    const dueAt = Math.max(queue.dueAt, hasLocks() ? 0 : queue.heldUntil, notBefore);
    const batch = this.#batchFrom(queue, nowMs);
    if (!batch) return { queue };
    if (dueAt > nowMs) return { queue, waitMs: dueAt - nowMs };
    return { queue: { ...queue, heldUntil: nowMs + IN_HAND_MS }, batch };
  }

  /** One step on disk, with what earlier pages left at their end. */
  async #step<T extends { readonly queue: Queue; readonly batch?: Batch }>(
    take: (queue: Queue, stored: Stored) => T,
  ): Promise<T> {
    const left = readJournal();
    const taken = await step((stored) => {
      const queue = this.mine.mergedWith({ ...stored, left }, Date.now());
      const next = take(queue, stored);
      return { ...next, entries: [...left.entries, ...(next.batch ? [next.batch.entry] : [])] };
    });
    clearJournal(left.text);
    return taken;
  }

  /** In one transaction with the choice as it lies there: no tab takes anything back in between (F-16, F-25). */
  async #claimOnDisk(notBefore: number): Promise<Claim> {
    let kept: readonly TelemetryEvent[] = [];
    const claimed = await this.#step((queue, { history, draft }): Claimed => {
      const { recordId } = this.#host.state();
      if (!recordId || newestChoiceId(history, draft) !== recordId) return { queue, isStale: true };
      this.mine.relabel(recordId);
      kept = this.mine.events();
      return this.#claimIn(withEvents(queue, kept), notBefore);
    });
    this.mine.wasStored(kept);
    return claimed;
  }

  async #claimInMemory(notBefore: number): Promise<Claim> {
    const { allows, outgoing, reread, state } = this.#host;
    await reread();
    const { recordId } = state();
    if (!allows(TELEMETRY_PURPOSE) || !recordId) return { isStale: true };
    this.mine.relabel(recordId);
    const claimed = this.#claimIn(withEvents(this.#memory, this.mine.events()), notBefore);
    this.#memory = claimed.queue;
    if (claimed.batch) noteUnstored(outgoing, claimed.batch.entry);
    return claimed;
  }

  /** @param notBefore milliseconds since 1970, UTC. */
  async claim(notBefore: number): Promise<Claim> {
    if (this.#host.state().storage === 'memory') return this.#claimInMemory(notBefore);
    return this.#claimOnDisk(notBefore).catch((error: unknown) =>
      // A disk that does not answer may hold a no; one that is gone holds nothing.
      error ? this.#claimInMemory(notBefore) : { isStale: true },
    );
  }

  /**
   * Leaves behind what this page has not sent when it ends, for no disk would answer in time; the next page takes
   * it over, and the receiver drops what comes twice.
   *
   * @param inFlight what is on its way already.
   * @param maySend whether it may leave at once too; that is returned.
   */
  leave(inFlight: readonly TelemetryEvent[], maySend: boolean): Batch | null {
    const { recordId } = this.#host.state();
    if (!recordId) return null;
    this.mine.relabel(recordId);
    const isLeft = ({ id }: TelemetryEvent) => inFlight.every((each) => each.id !== id);
    const events = this.mine.events().filter(isLeft);
    const batch = maySend ? this.#batchFrom({ events }, Date.now()) : null;
    const settled = this.#settling;
    const entries = [settled, batch].flatMap((each) => each?.entry ?? []);
    const done = settled?.events ?? [];
    if (events[0] ?? done[0]) writeJournal({ events, done, entries });
    return batch;
  }

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
    const { outgoing } = this.#host;
    if (dueAt === null) {
      this.mine.forget(events);
      this.#settling = { events, entry };
    }
    this.#memory = settled(this.#memory);
    if (outgoing.unstored.some(({ body }) => body === entry.body)) noteUnstored(outgoing, entry);
    const kept = this.mine.events();
    // With what stands in the journal: a page that was only hidden hears the answer, and tells the disk of both.
    const { queue } = await this.#step((before) => ({
      queue: settled(before),
      batch: { events, entry },
    })).then(
      (taken) => {
        this.mine.wasStored(kept);
        return taken;
      },
      () => ({ queue: this.#memory }),
    );
    this.#settling = undefined;
    return !!(queue.events[0] ?? this.mine.events()[0]);
  }

  /** On disk at once, where something has to be waited for: a page can be ended at any time. */
  readonly store = oneByOne(() => {
    const events = this.mine.events();
    return this.#step((queue) => ({ queue })).then(
      () => this.mine.wasStored(events),
      () => undefined,
    );
  }).ask;

  clear(): void {
    this.mine.clear();
    this.#memory = EMPTY;
    // What was sent stays known, whatever is taken back.
    const { entries } = readJournal();
    clearJournal();
    clearLinks();
    void step(() => ({ queue: EMPTY, entries })).catch(() => undefined);
  }
}
