// Consents given in forms: records of their own in the same history, which no choice ever goes by.
import type { ConsentRecord } from './choice.ts';

/** A consent given in a form, as it counts now. Times in milliseconds since 1970, UTC. */
export interface CollectionState {
  /** In the terms of its record; `false` once it is taken back or has run out. */
  readonly granted: boolean;
  readonly recordId: string;
  readonly decidedAt: number;
  readonly expiresAt: number;
}

/** Collection id → the newest word on it. A collection nobody has agreed to is missing. */
export type CollectionStates = Readonly<Record<string, CollectionState>>;

/** What a collection is called among the purposes of its record: no purpose can have that id. */
export const keyOf = (collection: string): string => `collection:${collection}`;

/** What was agreed to in forms on this site, as it counts at `nowMs`. */
export function collectionsIn(
  history: readonly unknown[],
  origin: string,
  nowMs: number,
): CollectionStates {
  const { freeze } = Object;
  const found: Record<string, CollectionState> = {};
  for (const entry of history) {
    const record = Object(entry) as ConsentRecord;
    const { recordId, decidedAt, expiresAt, source, collection } = record;
    if (!collection || record.origin !== origin) continue;
    // The one other source is that it was taken back.
    const granted = source === 'collection' && nowMs < expiresAt;
    found[collection] = freeze({ granted, recordId, decidedAt, expiresAt });
  }
  return freeze(found);
}
