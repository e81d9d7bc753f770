// What the End-User may have of what is kept here: a receipt, a copy of all of it, its erasure (L-27).
import type { Consent } from './api.ts';
import type { TelemetryEvent } from './events.ts';
import type { Ports } from './ports.ts';
import type { KantaraReceipt } from './receipt/kantara.ts';
import type { Receipt } from './receipt/receipt.ts';
import type { Settings } from './settings.ts';

/** One request that was sent. */
export interface LedgerEntry {
  /** Milliseconds since 1970, UTC. */
  readonly sentAt: number;
  /** The address it went to. */
  readonly to: string;
  /** The body, byte for byte: an OTLP ExportLogsServiceRequest in JSON. */
  readonly body: string;
}

/** Everything that is kept in this browser. */
export interface Exported {
  /** The history as stored, oldest first. */
  readonly records: readonly unknown[];
  /** What was sent, oldest first: the newest 500 requests, each try its own. */
  readonly ledger: readonly LedgerEntry[];
  /** Events that wait to be sent again, here or on a later page. */
  readonly queue: readonly TelemetryEvent[];
  /** Consents given in forms. */
  readonly collections: readonly unknown[];
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

export interface Rights {
  receipt(format?: 'kantara'): Promise<Receipt | KantaraReceipt | null>;
  export(): Promise<Exported>;
  erase(): Promise<Erased>;
}

/** What was sent, and what still waits; known to the file that sends. */
export interface Traces {
  ledger(): Promise<readonly LedgerEntry[]>;
  /** @param history all that is kept: proofs of its records may be owed by a later page. */
  queue(history: readonly unknown[]): Promise<readonly TelemetryEvent[]>;
  /** Drops what of the ledger is in memory only. */
  drop(): void;
}

/** What the rights need of the running widget. */
export interface RightsHost {
  readonly settings: Settings;
  readonly ports: Pick<Ports, 'choices' | 'clock' | 'origin'>;
  readonly consent: Pick<Consent, 'on' | 'state' | 'withdraw'>;
}
