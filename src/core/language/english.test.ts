import { expect, test } from 'vitest';
import { ENGLISH } from './english.ts';

test.each(['en', 'EN', 'en-GB', 'en_US', ''])('“%s” is English, or names none', (range) => {
  expect(ENGLISH.test(range)).toBe(true);
});

test.each(['de', 'enm', 'eo', 'x-en', 'de-en'])('“%s” is another language', (range) => {
  expect(ENGLISH.test(range)).toBe(false);
});
