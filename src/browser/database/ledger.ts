// The End-User's list of what was sent, byte for byte, kept beside the history; the newest 500.
import type { LedgerEntry, Noted } from '../../core/rights/exported.ts';
import type { Outgoing } from '../../core/telemetry/outside.ts';
import { LEDGER } from './keys.ts';
import { changeValue, readValue } from './values.ts';

const MAX_ENTRIES = 500;

/** As stored: others can have written there (F-11). */
const asLedger = (value: unknown): LedgerEntry[] =>
  Array.isArray(value) ? (value as LedgerEntry[]) : [];

/** A page that is offline for a day tries often: of one event, the last try without an answer stands for all. */
const withNew = (before: readonly LedgerEntry[], entry: Noted): LedgerEntry[] =>
  [
    ...before.filter((each) => each?.eventId !== entry.eventId || each?.outcome !== 'unanswered'),
    entry,
  ].slice(-MAX_ENTRIES);

/**
 * Notes a request that is leaving, or what became of it: what was erased meanwhile stays so. Never rejects;
 * what cannot be stored is known as long as the page lives.
 */
export async function note({ unstored }: Outgoing, entry: Noted): Promise<void> {
  const isNew = entry.outcome === 'leaving';
  const kept = await changeValue(LEDGER, (value) => {
    const before = asLedger(value);
    return isNew
      ? withNew(before, entry)
      : // No two requests have one body: it says which event it is of, and when it was sent.
        before.map((each) => (each?.body === entry.body ? entry : each));
  });
  if (isNew && !kept) unstored.splice(0, MAX_ENTRIES, ...withNew(unstored, entry));
}

export const readLedger = async ({ unstored }: Outgoing): Promise<readonly LedgerEntry[]> => [
  ...asLedger(await readValue(LEDGER)),
  ...unstored,
];
