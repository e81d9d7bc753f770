// Calendar arithmetic in UTC: a month is a month, whatever its length.

/** The range of ECMAScript's dates. */
const MAX_TIME_MS = 8.64e15;

/** Whether a value is an instant in milliseconds since 1970, UTC, that a date can be made of. */
export const isTime = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= MAX_TIME_MS;

/**
 * The instant a duration after another, in milliseconds since 1970 UTC. A day that the month does
 * not have becomes its last one (31 August + P6M = 28 February).
 *
 * @param duration ISO 8601, years to days, e.g. `P6M`; already checked by `shape.ts`.
 */
export function expiryOf(fromMs: number, duration: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0);
  const date = new Date(fromMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + part('Y') * 12 + part('M'));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay) + part('W') * 7 + part('D'));
  return date.getTime();
}
