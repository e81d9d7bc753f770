// Whatever a page makes of `Date.now()`.
import { afterEach, expect, it, vi } from 'vitest';
import { deviceClock } from './device-clock.ts';

afterEach(() => vi.restoreAllMocks());

it.each([7, 0])('is the device’s, %i too', (nowMs) => {
  vi.spyOn(Date, 'now').mockReturnValue(nowMs);
  expect([deviceClock.now(), deviceClock.stamp()]).toEqual([nowMs, nowMs]);
});

it.each([Number.NaN, undefined])('F-30 dates an answer where a page has made it %s', (broken) => {
  const before = new Date().getTime();
  vi.spyOn(Date, 'now').mockReturnValue(broken as never);
  expect(deviceClock.now()).toBe(broken);
  const stamped = deviceClock.stamp();
  expect(Number.isSafeInteger(stamped)).toBe(true);
  expect(stamped).toBeGreaterThanOrEqual(before);
});
