import { expect, test } from 'vitest';
import { lookup } from './lookup.ts';

const OFFERED = ['de', 'fr', 'he', 'id', 'nb', 'pt', 'pt-BR', 'sr-Latn', 'zh-Hans', 'zh-Hant'];

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['de-DE-1996', 'de'],
  ['de-Latn-CH', 'de'],
  ['DE-at', 'de'],
  ['de_DE', 'de'],
  [' de ', 'de'],
  ['de-x-plain', 'de'],
  ['de-u-co-phonebk', 'de'],
  ['fr-CA', 'fr'],
  ['pt', 'pt'],
  ['pt-PT', 'pt'],
  ['pt-BR', 'pt-BR'],
  ['pt_br', 'pt-BR'],
  ['pt-AO', 'pt'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-Hans-TW', 'zh-Hans'],
  ['no', 'nb'],
  ['no-NO', 'nb'],
  ['nn', 'nb'],
  ['nn-NO', 'nb'],
  ['nb-NO', 'nb'],
  ['iw', 'he'],
  ['in-ID', 'id'],
  ['sr-Latn-RS', 'sr-Latn'],
  ['sr', 'sr-Latn'],
  ['sr-Cyrl', 'sr-Latn'],
])('%s is spoken to in %s (L-24)', (range, expected) => {
  expect(lookup(range, OFFERED)).toBe(expected);
});

test.each([
  'cy',
  'en',
  '',
  '*',
  'd',
  'x-de',
  'german please',
  'de--AT',
  '-',
  'constructor',
  '__proto__',
])('nothing is offered for “%s”, and nothing near it taken (L-24)', (range) => {
  expect(lookup(range, OFFERED)).toBeUndefined();
});

test('the longest that fits is taken, as it is written on offer', () => {
  expect(lookup('de-at', ['de', 'de-AT', 'de-CH'])).toBe('de-AT');
  expect(lookup('de-AT', ['DE'])).toBe('DE');
});

test('one that is offered for a region alone serves the language whose it is most', () => {
  expect(lookup('pt', ['pt-BR'])).toBe('pt-BR');
  expect(lookup('de', ['de-CH'])).toBeUndefined();
});

test('nobody is spoken to in a script that they may not read', () => {
  expect(lookup('zh-TW', ['zh-Hans'])).toBeUndefined();
});
