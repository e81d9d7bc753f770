// The device's clock.

/** Milliseconds since 1970, UTC, by the device's clock. */
export interface Clock {
  now(): number;
}
