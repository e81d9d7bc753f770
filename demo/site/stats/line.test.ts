// The axis of a line ends with a number that is read at a glance, and begins with the hour or the day.
import { expect, test } from 'vitest';
import { labelOf, topOf } from './line.ts';

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [20, 20],
  [21, 50],
  [99, 100],
  [12345, 20000],
])('up to %i it ends at %i', (largest, top) => {
  expect(topOf(largest)).toBe(top);
});

const at = Date.UTC(2026, 10, 27, 9);
const series = (stepMs: number) => [at, at + stepMs].map((fromMs) => ({ fromMs, views: 0 }));

test('hours are told as such, and days by their dates', () => {
  expect(labelOf(at, series(3_600_000))).toBe('09:00');
  expect(labelOf(at, series(86_400_000))).toBe('27 Nov');
});
