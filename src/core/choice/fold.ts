// Keeps the history bounded: old records are folded into one entry that still holds the chain together.
import type { ConsentRecord } from './choice.ts';

/** As many records are kept whole; the newest, which is the proof of the choice in force, always is. */
export const MAX_RECORDS = 100;

/** Stands first in a history for all the records folded into it. Says nothing of what they granted. */
export interface FoldedRecords {
  /** How many. */
  readonly folded: number;
  /** When the first and the last of them were made; milliseconds since 1970, UTC. */
  readonly from: number;
  readonly until: number;
  /** `hash` of the last of them, which commits to all before it; the next record's `previous`. */
  readonly hash: string | null;
}

type Entry = Partial<ConsentRecord & FoldedRecords>;

/** @param history oldest first; entries of another shape are folded like any other. */
export function fold(history: readonly unknown[], max = MAX_RECORDS): readonly unknown[] {
  const entries = history as readonly (Entry | null | undefined)[];
  const surplus = entries.length - max;
  if (surplus <= 0 || (surplus === 1 && entries[0]?.folded)) return history;
  const old = entries.slice(0, surplus);
  const [first, last] = [old[0], old.at(-1)];
  const entry: FoldedRecords = {
    folded: old.reduce((sum, each) => sum + (each?.folded ?? 1), 0),
    from: first?.from ?? first?.decidedAt ?? 0,
    until: last?.until ?? last?.decidedAt ?? 0,
    hash: last?.hash ?? null,
  };
  return [entry, ...history.slice(surplus)];
}
