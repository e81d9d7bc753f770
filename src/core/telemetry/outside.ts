// What telemetry needs from outside: ways out, and facts about the visit.
import type { LedgerEntry } from '../rights/exported.ts';
import type { TelemetryEvent } from './events.ts';
import type { AgentHints } from './user-agent.ts';

/** Makes an event anew before each try; `null` where it may not leave any more (F-24). */
export type MakeEvent = () => Promise<TelemetryEvent | null>;

/** What a way out holds back. */
export interface Waiting {
  /** Drops what has not left and aborts what is leaving (F-25). */
  purge(): void;
  /** What this page still has to send. */
  queue(): readonly TelemetryEvent[];
}

/** A way out, for as long as the page lives. */
export interface Outbox extends Waiting {
  send(make: MakeEvent): void;
}

/**
 * The way out of the visit's events, which outlives the page: what this one cannot deliver a later one does. The
 * choice is looked at again before anything leaves (F-24), and what was taken back does not.
 */
export interface VisitOutbox extends Waiting {
  add(events: readonly TelemetryEvent[]): void;
  /** The page may be gone before a disk answers: what can leave does so at once. */
  last(events: readonly TelemetryEvent[]): void;
}

/** All ways out of this page, shared by the files that send. */
export interface Outgoing {
  readonly outboxes: Waiting[];
  /** Requests that were sent and could not be stored in the ledger. */
  readonly unstored: LedgerEntry[];
}

/** `gone` comes once the page may not run any more, after or without `hidden`. */
export type Presence = 'shown' | 'hidden' | 'gone' | 'acted';

/** Facts about the visit, read only after the grant (L-10). */
export interface Visit {
  /**
   * Calls back for each page view: this one, in-page ones.
   *
   * @param pageOf which page an address is: a navigation that leads to the same one is no view.
   */
  onView(listener: () => void, pageOf: (url: string) => string): void;
  /** Calls back when the page is shown or hidden, when somebody presses, types or scrolls, and when it ends. */
  onPresence(listener: (presence: Presence) => void): void;
  /** Whether it can be seen, and what time it is by a clock that never goes back, in milliseconds. */
  now(): { readonly isVisible: boolean; readonly ms: number };
  /**
   * The number that links pages of a visit, or visits; kept from now on. Another one with each answer.
   *
   * @param recordId of the answer that it is granted by.
   */
  link(kind: 'visit' | 'id', recordId: string): string;
  /** Reads the facts behind the data items, and no others. */
  facts(): VisitFacts;
}

export interface VisitFacts {
  readonly url: string;
  readonly referrer: string;
  readonly userAgent: string;
  /** Where the browser gives any. */
  readonly hints?: AgentHints | undefined;
  /** A program drives the browser, as in tests: WebDriver. */
  readonly isDriven?: boolean;
  readonly language: string;
}
