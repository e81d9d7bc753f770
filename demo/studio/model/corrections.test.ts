// A token that is not taken as it is is named, with what is drawn instead.
import { expect, test } from 'vitest';
import { correctionsOf } from './corrections.ts';
import type { Token } from './tokens.ts';

const RADIUS: Token = {
  name: '--s9-radius',
  kind: 'length',
  meaning: '',
  fallback: '16px',
  carrier: '--radius',
  least: '0px',
  most: '28px',
};
const NOTHING = { warnings: [], findings: [] };

test('what is taken is not named', () => {
  expect(correctionsOf([RADIUS], { '--s9-radius': '28px' }, NOTHING)).toEqual([]);
  expect(correctionsOf([RADIUS], { '--s9-radius': 'calc(1px + 99px)' }, NOTHING)).toEqual([]);
});

test.for([
  ['99px', '28px'],
  ['-1px', '0px'],
])('%s is drawn as %s', ([value = '', drawn = '']) => {
  const [correction] = correctionsOf([RADIUS], { '--s9-radius': value }, NOTHING);
  expect(correction).toMatchObject({ token: '--s9-radius' });
  expect(correction?.what).toContain(drawn);
});

test('what the widget refused is named while it is set, and no longer', () => {
  const warnings = ['Social9 Consent: --s9-accent: hello cannot be kept; ours stands instead'];
  const of = (accent: string) =>
    correctionsOf([], { '--s9-accent': accent }, { warnings, findings: [] });
  expect(of('hello')).toMatchObject([{ token: '--s9-accent' }]);
  expect(of('red')).toEqual([]);
});

test('an accent too near the surface is named with its line', () => {
  const findings = [{ name: 'Edge of the answers', value: '4.6 : 1, by a line around them' }];
  const [first] = correctionsOf([], { '--s9-accent': '#ff0' }, { warnings: [], findings });
  expect(first?.what).toContain('a line of 4.6 : 1');
});
