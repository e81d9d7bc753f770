// What a retention leaves behind it, by the calendar.
import { expect, test } from 'vitest';
import { momentBefore } from './moment-before.ts';

test.each([
  ['P7D', '2026-03-31T12:00:00.000Z', '2026-03-24T12:00:00.000Z'],
  ['P1M', '2026-03-15T00:00:00.000Z', '2026-02-15T00:00:00.000Z'],
  // A month from the last days of January ends with February.
  ['P1M', '2026-03-31T12:00:00.000Z', '2026-02-28T23:59:59.999Z'],
  ['P25M', '2026-11-27T12:00:00.000Z', '2024-10-27T12:00:00.000Z'],
  ['P1Y', '2024-02-29T12:00:00.000Z', '2023-02-28T23:59:59.999Z'],
  ['P100Y', '2026-11-27T12:00:00.000Z', '1926-11-27T12:00:00.000Z'],
])('%s before %s is %s', (duration, now, before) => {
  const ms = momentBefore(Date.parse(now), duration);
  const differenceMs = Math.abs(ms - Date.parse(before));
  // Where the calendar has no such day, any moment of the day before is one.
  expect(differenceMs).toBeLessThan(before.endsWith('999Z') ? 86_400_000 : 1000);
});
