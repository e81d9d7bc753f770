// The device's clock, and what it is read by where a page has broken `Date.now()`.
import type { AnswerClock } from '../core/clock.ts';

// Which a page that puts a class of its own in its place later does not reach.
const Device = Date;

export const deviceClock: AnswerClock = {
  now: () => Device.now(),
  stamp() {
    const nowMs = Device.now();
    return nowMs >= 0 ? nowMs : +new Device();
  },
};
