import { expect, it } from 'vitest';
import { expiryOf } from './time.ts';

const utc = (text: string) => Date.parse(`${text}T10:20:30Z`);

it.each([
  ['2026-01-15', 'P6M', '2026-07-15'],
  ['2026-08-31', 'P6M', '2027-02-28'],
  ['2027-08-31', 'P6M', '2028-02-29'],
  ['2028-02-29', 'P1Y', '2029-02-28'],
  ['2026-01-01', 'P2W', '2026-01-15'],
  ['2026-12-31', 'P1Y2M10D', '2028-03-10'],
  ['2026-11-22', 'P25M', '2028-12-22'],
])('%s + %s = %s', (from, duration, to) => {
  expect(expiryOf(utc(from), duration)).toBe(utc(to));
});
