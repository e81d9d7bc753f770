// What the End-User may take along of what is kept here, and what an erasure did (L-27).
import type { CollectionState } from '../choice/collections.ts';
import type { TelemetryEvent } from '../telemetry/events.ts';

/**
 * What became of a request: the receiver took it (`sent`) or turned it away (`refused`); it gave no answer,
 * so that nobody knows whether it left (`unanswered`), as it does not from a page that may send nothing there;
 * a no stopped it (`dropped`); or the page ended before any of that (`leaving`).
 */
export type Outcome = 'leaving' | 'sent' | 'refused' | 'unanswered' | 'dropped';

/** One request. */
export interface LedgerEntry {
  /** Milliseconds since 1970, UTC. */
  readonly sentAt: number;
  /** The address it went to. */
  readonly to: string;
  /** The body, byte for byte: an OTLP ExportLogsServiceRequest in JSON. */
  readonly body: string;
  /** What became of it; absent where an earlier version noted it, as is the next. */
  readonly outcome?: Outcome;
  /** UUID of the event it told, of the first where it told several. */
  readonly eventId?: string;
  /** Id of the record that all of it went out under; absent where it needed no answer. */
  readonly recordId?: string;
}

/** An entry while its request is on its way. */
export interface Noted extends LedgerEntry {
  outcome: Outcome;
}

/** The newest word on a collection. */
export type ExportedCollection = CollectionState & { readonly id: string };

/** Everything that is kept in this browser. */
export interface Exported {
  /** The history as stored, oldest first. */
  readonly records: readonly unknown[];
  /**
   * What was sent, oldest first: the newest 500 requests, each try its own, but for those of one event that were
   * not answered, of which the last stands for all. As it is stored: what others have written there stands among them.
   */
  readonly ledger: readonly LedgerEntry[];
  /** Events that wait to be sent again, here or on a later page. */
  readonly queue: readonly TelemetryEvent[];
  /** What was agreed to in forms: the newest word on each collection; its records are among the others. */
  readonly collections: readonly ExportedCollection[];
}

/** What an erasure did. */
export interface Erased {
  /** How many records the receiver was asked to erase by; it has not answered yet. */
  readonly told: number;
  /** Keys of the database that were there and are gone. */
  readonly deleted: readonly string[];
  /**
   * What could not be deleted: names of cookies and storage that denied purposes left, addresses of
   * scripts still running, keys of the database, or `s9-consent` where it could not be reached.
   */
  readonly remains: readonly string[];
}
