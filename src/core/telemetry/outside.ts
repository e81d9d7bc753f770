// What telemetry needs from outside: ways out, and facts about the visit.
import type { LedgerEntry } from '../rights/exported.ts';
import type { TelemetryEvent } from './events.ts';

/** Makes an event anew before each try; `null` where it may not leave any more (F-24). */
export type MakeEvent = () => Promise<TelemetryEvent | null>;

/** A way out. */
export interface Outbox {
  send(make: MakeEvent): void;
  /** Drops what has not left and aborts what is leaving (F-25). */
  purge(): void;
  /** What waits to be sent again. */
  queue(): readonly TelemetryEvent[];
}

/** All ways out of this page, shared by the files that send. */
export interface Outgoing {
  readonly outboxes: Outbox[];
  /** Requests that were sent and could not be stored in the ledger. */
  readonly unstored: LedgerEntry[];
}

/** Facts about the visit, read only after the grant (L-10). */
export interface Visit {
  /** Calls back for each page view: this one, in-page ones. */
  onView(listener: () => void): void;
  /** Reads the facts behind the data items, and no others. */
  facts(): VisitFacts;
}

export interface VisitFacts {
  readonly url: string;
  readonly referrer: string;
  readonly userAgent: string;
  readonly language: string;
}
