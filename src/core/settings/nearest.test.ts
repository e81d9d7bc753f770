import { expect, it } from 'vitest';
import { nearestTo } from './nearest.ts';

const WORDS = ['google-maps', 'typeform', 'vidyard', 'vimeo', 'youtube'];

it.each([
  ['viemo', 'vimeo'],
  ['Vimeo', 'vimeo'],
  ['youtub', 'youtube'],
  ['maps', 'google-maps'],
  ['vimeo-player', 'vimeo'],
  ['typform', 'typeform'],
])('of %s, %s is meant first', (word, meant) => {
  expect(nearestTo(word, WORDS)[0]).toBe(meant);
});

it('tells three at most, and none where there is none', () => {
  expect(nearestTo('x', WORDS)).toHaveLength(3);
  expect(nearestTo('', WORDS)).toHaveLength(3);
  expect(nearestTo('vimeo', [])).toEqual([]);
});

it('looks at the beginning alone of a word without an end', () => {
  expect(nearestTo('v'.repeat(1_000_000), WORDS)).toHaveLength(3);
});
