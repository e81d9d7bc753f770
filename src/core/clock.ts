// The device's clock.

/** Milliseconds since 1970, UTC, by the device's clock. */
export interface Clock {
  /** `NaN` where a page has broken it: nothing is in force then. */
  now(): number;
}

/** What an answer is dated by. */
export interface AnswerClock extends Clock {
  /** As `now()`, and where a page has broken that the time all the same: a no outlasts such a page. */
  stamp(): number;
}
