// A link holds the whole design; one that was cut, changed or made to do harm says so and changes nothing.

import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { FIRST } from './design.ts';
import { designIn, wordOf } from './link.ts';

const KNOWN = ['--s9-accent', '--s9-font'];
const DESIGN = {
  tokens: { '--s9-accent': 'oklch(0.6 0.2 20)', '--s9-font': '"Süß", serif' },
  settings: {
    ...FIRST.settings,
    layout: 'box' as const,
    policy: { controller: { name: 'صحيفة النهر' } },
  },
};

test('what went in comes out', () => {
  expect(designIn(wordOf(DESIGN), KNOWN)).toEqual({ design: DESIGN, faults: [] });
});

test('it stands in an address as it is', () => {
  expect(encodeURIComponent(wordOf(DESIGN))).toBe(wordOf(DESIGN));
  expect(wordOf(FIRST).length).toBeLessThan(300);
});

test('a link that was cut off is named, wherever it was cut', () => {
  const word = wordOf(DESIGN);
  for (let length = 0; length < word.length - 1; length += 1) {
    const { design, faults } = designIn(word.slice(0, length), KNOWN);
    expect(design).toBeNull();
    expect(faults[0]?.path).toBeTruthy();
  }
});

test('few bytes that stand for very many are refused', () => {
  const bomb = deflateSync(strToU8(`"${'a'.repeat(9_000_000)}"`), { level: 9 });
  const word = `1.${Buffer.from(bomb).toString('base64url')}`;
  expect(designIn(word, KNOWN)).toMatchObject({ design: null, faults: [{ path: 'design' }] });
});

test('whatever stands there, it is read without a throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `1.${text}`),
      ),
      (word) => {
        expect(designIn(word, KNOWN).faults.length).toBeGreaterThan(0);
      },
    ),
  );
});
