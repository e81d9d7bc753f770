import { expect, test } from 'vitest';
import { nameOf, tagsIn } from './languages.ts';

test('English stands in the files; each other language is one of its own', () => {
  const files = { 's9-consent.js': 'a', 'locales/de.json': 'b', 'locales/pt-BR.json': 'c' };
  expect(tagsIn(files)).toEqual(['en', 'de', 'pt-BR']);
});

test('a language has the name that its speakers know it by', () => {
  expect(['de', 'ja'].map(nameOf)).toEqual(['Deutsch', '日本語']);
});
