// Calendar arithmetic in UTC, backwards: what was received before this moment has been kept that long.
import { expiryOf } from '../../src/core/choice/time.ts';

const DAY_MS = 86_400_000;
/** Longer than any duration a policy may have is off by leap days and short months. */
const SLACK_DAYS = 4;

/**
 * The latest moment, to the millisecond, from which the duration has passed by `nowMs`.
 *
 * @param duration ISO 8601, years to days, as the policy's check reads them.
 */
export function momentBefore(nowMs: number, duration: string): number {
  // About as long as it is from now on; then exactly, for a month is a month whatever its length.
  let low = nowMs - (expiryOf(nowMs, duration) - nowMs) - SLACK_DAYS * DAY_MS;
  let high = nowMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (expiryOf(middle, duration) <= nowMs) low = middle;
    else high = middle;
  }
  return low;
}
