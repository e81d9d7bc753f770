// Numbers are said as a person says them.
import { expect, test } from 'vitest';
import { inNumbers, inTime } from './figures.ts';

test.each([
  [null, '–'],
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.6, '1:00 min'],
  [3725, '62:05 min'],
])('%s seconds are %s', (seconds, words) => {
  expect(inTime(seconds)).toBe(words);
});

test('thousands are told apart', () => {
  expect(inNumbers(1234567)).toBe('1,234,567');
});
