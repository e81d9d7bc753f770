import { expect, test } from 'vitest';
import { isEnglish } from './english.ts';

test.each(['en', 'EN', 'en-GB', 'en_US', ''])('“%s” is English, or names none', (range) => {
  expect(isEnglish(range)).toBe(true);
});

test.each(['de', 'enm', 'eo', 'x-en', 'de-en'])('“%s” is another language', (range) => {
  expect(isEnglish(range)).toBe(false);
});
