// The device's clock, and another of the browser's for what is dated where a page has broken that one.
import type { AnswerClock } from '../core/clock.ts';

// Which a page that puts a class of its own in its place later does not reach.
const Device = Date;

export const deviceClock: AnswerClock = {
  now: () => Device.now(),
  stamp: () => Math.trunc(Device.now() || performance.timeOrigin + performance.now()),
};
