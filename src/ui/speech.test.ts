// Facts become words: slots and dates.
import { expect, test } from 'vitest';
import { day, fill, instant } from './speech.ts';

test('a slot takes text, and text only', () => {
  expect(fill('{controller} asks', { controller: '<b>{name}</b> $&' })).toBe(
    '<b>{name}</b> $& asks',
  );
});

test('a slot without a value stays as it is', () => {
  expect(fill('{other}', {})).toBe('{other}');
});

const NOON_MS = new Date(2026, 2, 14, 12, 30).getTime();

test('a date is written as its language does', () => {
  expect(day(NOON_MS, 'de')).toBe('14. März 2026');
  expect(instant(NOON_MS, 'de')).toBe('14.03.2026, 12:30');
});

test('L-24 and in digits where the browser lacks the language, not with another’s months', () => {
  expect(day(NOON_MS, 'qaa')).toBe('2026-03-14');
  expect(instant(NOON_MS, 'qaa')).toBe('2026-03-14 12:30');
});
