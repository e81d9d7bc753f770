// Keeps the history bounded: old records are folded into one entry that still holds the chain together.
import type { ConsentRecord } from './choice.ts';

/** As many records are kept whole, and twice as many where one of the first is still in use. */
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

/**
 * Where the oldest entry stands that is still in use: the newest choice, the newest word on each collection.
 * For these a history may become twice as long, and no longer.
 */
function firstInUse(entries: readonly (Entry | null | undefined)[], max: number): number {
  const newest = new Map<string, number>();
  // A page's own `entries` need not be one (F-40).
  entries.forEach((entry, index) => {
    const id: unknown = entry?.collection ?? '';
    if (typeof id === 'string') newest.set(id, index);
  });
  return entries.length > 2 * max ? entries.length : Math.min(...newest.values(), entries.length);
}

/** @param history oldest first; entries of another shape are folded like any other. */
export function fold(history: readonly unknown[], max = MAX_RECORDS): readonly unknown[] {
  const entries = history as readonly (Entry | null | undefined)[];
  const surplus = Math.min(entries.length - max, firstInUse(entries, max));
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
