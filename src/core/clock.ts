// The device's clock.

/** Milliseconds since 1970, UTC, by the device's clock. */
export interface Clock {
  /** `NaN` where a page has broken it: nothing is in force then. */
  now(): number;
}

/** What an answer is dated by. */
export interface AnswerClock extends Clock {
  /** A whole number as `now()`; where a page has broken that, by another clock of the browser: a no outlasts the page. */
  stamp(): number;
}
