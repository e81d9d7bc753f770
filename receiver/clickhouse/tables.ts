// Queries of what counts: each event once, and nothing under a record that was erased.
import type { Store } from './alter.ts';
import { dayOf } from './row.ts';
import { type TableName, whole } from './schema.ts';

const DAY_MS = 86_400_000;

/**
 * Of every id the row that counts. Some servers look at the condition beside `FINAL` first, and a leave can have
 * been corrected on another day: so one more is read on either side, and left out after.
 */
export function counted(
  { place }: Store,
  table: Extract<TableName, 'visits' | 'proofs'>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): string {
  const days = `day >= '${dayOf(fromMs - DAY_MS)}' AND day <= '${dayOf(toMs + DAY_MS)}'`;
  return `(SELECT * FROM (SELECT * FROM ${whole(place, table)} FINAL WHERE ${days})
    WHERE occurred_ms >= ${Math.trunc(fromMs)} AND occurred_ms < ${Math.trunc(toMs)})`;
}
