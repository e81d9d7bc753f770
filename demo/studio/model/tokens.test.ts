// Tokens come out of the stylesheet by themselves, with what they are and what they may be.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isOneValue, tokensIn } from './tokens.ts';

const theme = readFileSync('src/ui/theme.css', 'utf8');

describe('of the stylesheet as it is', () => {
  const tokens = tokensIn(theme);

  test('all of them are found, each with a meaning', () => {
    expect(tokens.map(({ name }) => name).sort()).toEqual(
      [...new Set(theme.match(/--s9-[\w-]+/g))].sort(),
    );
    expect(tokens.filter(({ meaning }) => !meaning)).toEqual([]);
  });

  test('each has a fitting control', () => {
    const kinds = Object.fromEntries(tokens.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({
      '--s9-space': 'length',
      '--s9-radius': 'length',
      '--s9-corner': 'length',
      '--s9-text-size': 'length',
      '--s9-shadow': 'switch',
      '--s9-font': 'font',
      '--s9-surface': 'colour',
      '--s9-accent': 'colour',
    });
  });

  test('a length says what it is kept between', () => {
    expect(tokens.find(({ name }) => name === '--s9-radius')).toMatchObject({
      least: '0px',
      most: '28px',
      fallback: '16px',
      carrier: '--radius',
    });
  });
});

test('a new token appears by itself', () => {
  const css = '.s9 { --glow: clamp(1px, var(--s9-glow, 2px), 3px); /* how it shines */ }';
  expect(tokensIn(css)).toEqual([
    {
      name: '--s9-glow',
      kind: 'length',
      meaning: 'how it shines',
      fallback: '2px',
      carrier: '--glow',
      least: '1px',
      most: '3px',
    },
  ]);
});

test('one that nobody explained is named', () => {
  expect(() => tokensIn('.s9 { color: var(--s9-odd, red); }')).toThrow('--s9-odd');
});

test.for([
  'red',
  'light-dark(#fff, color(srgb 0 0 0))',
  'Georgia, "Liberation Serif", serif',
  '0 1px 2px #0003, 0 12px 32px -8px #0003',
])('%s is one value', (value) => {
  expect(isOneValue(value)).toBe(true);
});

test.for([
  '',
  'red; } body { display: none',
  '</style><script>',
  'url(https://example.com/a.png)',
  'URL(//example.com)',
  'rgb(0 0 0',
  'red)',
  '"open',
  'a /* b',
  '@import "x"',
  '\\75rl(x)',
  `${'a'.repeat(400)}`,
])('%s is none', (value) => {
  expect(isOneValue(value)).toBe(false);
});
