// Whatever a page makes of `Date.now()`.
import { afterEach, expect, it, vi } from 'vitest';
import { deviceClock } from './device-clock.ts';

afterEach(() => vi.restoreAllMocks());

it('is the device’s', () => {
  vi.spyOn(Date, 'now').mockReturnValue(7);
  expect([deviceClock.now(), deviceClock.stamp()]).toEqual([7, 7]);
});

it.each([Number.NaN, undefined])('F-30 dates an answer where a page has made it %s', (broken) => {
  const before = new Date().getTime();
  vi.spyOn(Date, 'now').mockReturnValue(broken as never);
  expect(deviceClock.now()).toBe(broken);
  const stamped = deviceClock.stamp();
  expect(Number.isSafeInteger(stamped)).toBe(true);
  // The two clocks drift apart where the device's is set.
  expect(Math.abs(stamped - before)).toBeLessThan(60_000);
});
