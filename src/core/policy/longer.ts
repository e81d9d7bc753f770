// Which of two durations is the longer one, whatever the calendar says.
import { expiryOf } from '../choice/time.ts';

/** From one a month has 31 days, from the other 28. */
const STARTS_MS = [Date.UTC(1970, 0), Date.UTC(1970, 1)];

/** Whether one duration can be longer than another. Both as `text-shape.ts` reads them. */
export const isLonger = (one: string, other: string): boolean =>
  STARTS_MS.some((startMs) => expiryOf(startMs, one) > expiryOf(startMs, other));
