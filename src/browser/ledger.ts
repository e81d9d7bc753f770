// The End-User's list of what was sent, byte for byte, kept beside the history; the newest 500.
import type { LedgerEntry } from '../core/rights.ts';
import { changeBeside, readBeside } from './beside-history.ts';

const KEY = 'ledger';
const MAX_ENTRIES = 500;

const asLedger = (value: unknown): LedgerEntry[] =>
  Array.isArray(value) ? (value as LedgerEntry[]) : [];

/** Of this page, where nothing can be stored. */
let inMemory: LedgerEntry[] = [];

const added = (ledger: LedgerEntry[], entry: LedgerEntry): LedgerEntry[] =>
  [...ledger, entry].slice(-MAX_ENTRIES);

/** Never rejects: what cannot be stored is known as long as the page lives. */
export async function noteSent(to: string, body: string): Promise<void> {
  const entry = { sentAt: Date.now(), to, body };
  const kept = await changeBeside(KEY, (before) => added(asLedger(before), entry));
  if (!kept) inMemory = added(inMemory, entry);
}

export const forgetLedger = (): void => {
  inMemory = [];
};

export const readLedger = async (): Promise<readonly LedgerEntry[]> => [
  ...asLedger(await readBeside(KEY)),
  ...inMemory,
];
