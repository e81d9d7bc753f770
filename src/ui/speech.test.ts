// Facts become words: durations, lists, slots.
import { expect, test } from 'vitest';
import { duration, fill, names } from './speech.ts';

test.for([
  ['P25M', '25 months'],
  ['P1M', '1 month'],
  ['P6M', '6 months'],
  ['P2Y', '2 years'],
  ['P1Y6M', '1 year and 6 months'],
  ['P14D', '14 days'],
  ['P2W', '2 weeks'],
] as const)('%s is %s', ([iso, words]) => {
  expect(duration(iso, 'en')).toBe(words);
});

test('the browser knows the grammar of other languages', () => {
  expect(duration('P25M', 'de')).toBe('25 Monate');
  expect(duration('P3M', 'pl')).toBe('3 miesiące');
});

test('names are listed as a sentence lists them', () => {
  expect(names(['Google', 'Facebook'], 'en')).toBe('Google and Facebook');
});

test('a slot takes text, and text only', () => {
  expect(fill('{controller} asks', { controller: '<b>{name}</b> $&' })).toBe(
    '<b>{name}</b> $& asks',
  );
});

test('a slot without a value stays as it is', () => {
  expect(fill('{other}', {})).toBe('{other}');
});
