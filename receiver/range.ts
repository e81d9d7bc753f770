// Which days numbers are asked of: two dates in UTC, both counted.
import type { Range } from './store.ts';

const DAY_MS = 86_400_000;
/** Where nobody says from when. */
const DAYS = 30;
const MAX_DAYS = 3660;

/** Midnight before an instant, in UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;

/** A date, or an instant with its zone, whose day is meant; `NaN` for anything else, such as 2026-02-30. */
function dayIn(text: string): number {
  if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)) return Number.NaN;
  const midnight = Date.parse(text.slice(0, 10));
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10))
    return Number.NaN;
  return dayOf(Date.parse(text));
}

/**
 * @param from first day. Default: 29 days before `to`.
 * @param to last day. Default: the day of `nowMs`.
 * @returns the range, or what is wrong with what was given.
 */
export function rangeIn(
  from: string | undefined,
  to: string | undefined,
  nowMs: number,
): Range | string {
  const expected = 'expected a date, as 2026-11-27';
  const last = to === undefined ? dayOf(nowMs) : dayIn(to);
  if (Number.isNaN(last)) return `to: ${expected}, not ${String(to).slice(0, 100)}`;
  const first = from === undefined ? last - (DAYS - 1) * DAY_MS : dayIn(from);
  if (Number.isNaN(first)) return `from: ${expected}, not ${String(from).slice(0, 100)}`;
  if (first > last) return 'to: expected no day before from';
  if (last - first > MAX_DAYS * DAY_MS) return `from: expected at most ${MAX_DAYS} days before to`;
  return { fromMs: first, toMs: last + DAY_MS };
}
