// The End-User's list of what was sent, byte for byte, kept beside the history; the newest 500.
import type { LedgerEntry, Noted } from '../../core/rights/exported.ts';
import type { Outgoing } from '../../core/telemetry/outside.ts';
import { LEDGER } from './keys.ts';
import { changeValue, readValue } from './values.ts';

const MAX_ENTRIES = 500;

/** As stored: others can have written there (F-11). */
export const asLedger = (value: unknown): LedgerEntry[] =>
  Array.isArray(value) ? (value as LedgerEntry[]) : [];

/**
 * A page that is offline for a day tries often: of one event, the last try without an answer stands for all. It stays
 * beside what became of later ones, for nobody knows whether it arrived.
 */
function withOutcome(before: readonly LedgerEntry[], entry: LedgerEntry): LedgerEntry[] {
  const isIt = (each: LedgerEntry) => each?.body === entry.body && each?.outcome === 'leaving';
  const all = before.map((each) => (isIt(each) ? entry : each));
  if (entry.outcome !== 'unanswered') return all;
  const isSuch = (each: LedgerEntry) =>
    each?.eventId === entry.eventId && each?.outcome === 'unanswered';
  const such = all.filter(isSuch);
  const last = such.at(-1);
  return all.filter((each) => each === last || !isSuch(each));
}

/** With a request that is leaving, or with what became of it: what was erased meanwhile stays so. */
export function withNoted(before: readonly LedgerEntry[], entry: LedgerEntry): LedgerEntry[] {
  if (entry.outcome !== 'leaving') return withOutcome(before, entry);
  // A body says which event it is of and when it was sent: it comes again where it was tried twice in a moment.
  const isNoted = before.some(
    (each) => each?.body === entry.body && each?.outcome !== 'unanswered',
  );
  return isNoted ? [...before] : [...before, entry].slice(-MAX_ENTRIES);
}

/** Notes what could not be stored: it is known as long as the page lives. */
export function noteUnstored({ unstored }: Outgoing, entry: Noted): void {
  unstored.splice(0, MAX_ENTRIES, ...withNoted(unstored, entry));
}

/** Notes a request that is leaving, or what became of it. Never rejects. */
export async function note(outgoing: Outgoing, entry: Noted): Promise<void> {
  const kept = await changeValue(LEDGER, (value) => withNoted(asLedger(value), entry));
  if (!kept) noteUnstored(outgoing, entry);
}

export const readLedger = async ({ unstored }: Outgoing): Promise<readonly LedgerEntry[]> => [
  ...asLedger(await readValue(LEDGER)),
  ...unstored,
];
