// The End-User's list of what was sent, byte for byte, kept beside the history; the newest 500.
import type { LedgerEntry, Noted } from '../../core/rights/exported.ts';
import type { Outgoing } from '../../core/telemetry/outside.ts';
import { LEDGER } from './keys.ts';
import { changeValue, readValue } from './values.ts';

const MAX_ENTRIES = 500;

/** As stored: others can have written there (F-11). */
export const asLedger = (value: unknown): LedgerEntry[] =>
  Array.isArray(value) ? (value as LedgerEntry[]) : [];

/** A page that is offline for a day tries often: of one event, the last try without an answer stands for all. */
const withNew = (before: readonly LedgerEntry[], entry: LedgerEntry): LedgerEntry[] =>
  [
    ...before.filter((each) => each?.eventId !== entry.eventId || each?.outcome !== 'unanswered'),
    entry,
  ].slice(-MAX_ENTRIES);

/** With a request that is leaving, or with what became of it: what was erased meanwhile stays so. */
export const withNoted = (before: readonly LedgerEntry[], entry: LedgerEntry): LedgerEntry[] =>
  // No two requests have one body: it says which event it is of, and when it was sent.
  entry.outcome !== 'leaving'
    ? before.map((each) => (each?.body === entry.body ? entry : each))
    : before.some((each) => each?.body === entry.body)
      ? [...before]
      : withNew(before, entry);

/** Notes what could not be stored: it is known as long as the page lives. */
export function noteUnstored({ unstored }: Outgoing, entry: Noted): void {
  unstored.splice(0, MAX_ENTRIES, ...withNoted(unstored, entry));
}

/** Notes a request that is leaving, or what became of it. Never rejects. */
export async function note(outgoing: Outgoing, entry: Noted): Promise<void> {
  const isNew = entry.outcome === 'leaving';
  const kept = await changeValue(LEDGER, (value) => withNoted(asLedger(value), entry));
  if (isNew && !kept) noteUnstored(outgoing, entry);
}

export const readLedger = async ({ unstored }: Outgoing): Promise<readonly LedgerEntry[]> => [
  ...asLedger(await readValue(LEDGER)),
  ...unstored,
];
