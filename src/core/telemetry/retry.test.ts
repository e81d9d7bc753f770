import { expect, it } from 'vitest';
import { retryDelayMs } from './retry.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const answered = (status: number, retryAfter: string | null = null) => ({ status, retryAfter });

it.each([200, 204, 301, 400, 401, 404, 413, 500, 501])('S-12 %i is final', (status) => {
  expect(retryDelayMs(answered(status), 1, NOW_MS, 1)).toBeNull();
});

it.each([429, 502, 503, 504])(
  'S-12 %i is tried again for as long as the page lives, later each time, minutes apart at last',
  (status) => {
    const delays = [1, 2, 3, 8, 9, 10, 1000].map((tries) =>
      retryDelayMs(answered(status), tries, NOW_MS, 1),
    );
    expect(delays).toEqual([1000, 2000, 4000, 128_000, 256_000, 256_000, 256_000]);
  },
);

it('F-24 no answer is tried again, with jitter', () => {
  expect(retryDelayMs(null, 1, NOW_MS, 0)).toBe(500);
  expect(retryDelayMs(null, 1, NOW_MS, 1)).toBe(1000);
});

it.each([
  ['30', 30_000],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
  ['Thu, 01 Jan 2015 00:01:00 GMT', 1000],
  ['soon', 1000],
  ['-5', 1000],
  ['86400', 86_400_000],
  ['31536000', 86_400_000],
])('S-12 Retry-After: %s', (retryAfter, delayMs) => {
  expect(retryDelayMs(answered(503, retryAfter), 1, NOW_MS, 1)).toBe(delayMs);
});
