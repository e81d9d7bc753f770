// A page's own word on its colours, and what it looks like where it says none.
import { expect, test } from 'vitest';
import { isDark } from './scheme.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';
const [WHITE, BLACK] = ['rgb(255, 255, 255)', 'rgb(17, 17, 17)'];
const of = (declared: string[], grounds: string[], isSystemDark: boolean) =>
  isDark(declared, grounds, isSystemDark);

test.each([['dark'], ['only dark'], ['Dark']])(
  'a page that says %s is dark, whatever the system',
  (said) => {
    for (const isSystemDark of [true, false]) {
      expect(of([said, ''], [WHITE], isSystemDark)).toBe(true);
      expect(of(['normal', said], [WHITE], isSystemDark)).toBe(true);
    }
  },
);

test.each([['light'], ['only light']])('one that says %s is light', (said) => {
  for (const isSystemDark of [true, false]) expect(of([said], [BLACK], isSystemDark)).toBe(false);
});

test.each([['light dark'], ['dark light'], ['DARK LIGHT']])('one with %s follows', (said) => {
  for (const isSystemDark of [true, false]) {
    expect(of([said], [isSystemDark ? WHITE : BLACK], isSystemDark)).toBe(isSystemDark);
  }
});

test('what counts first is heard first', () => {
  expect(of(['light', 'dark'], [], true)).toBe(false);
  expect(of(['normal', 'light'], [], true)).toBe(false);
});

test.each([
  [[], false],
  [[CLEAR, CLEAR], false],
  [[WHITE, BLACK], false],
  [[BLACK, WHITE], true],
  [[CLEAR, BLACK], true],
  [['rgba(0, 0, 0, 0.2)', WHITE], false],
  [['oklch(0.2 0.1 250)', WHITE], true],
  [['color(srgb 0.95 0.95 0.9)', BLACK], false],
])('one that says nothing is what it looks like: %j', (grounds, expected) => {
  for (const isSystemDark of [true, false]) {
    for (const declared of [[], ['normal', ''], ['sepia']]) {
      expect(of(declared, grounds, isSystemDark)).toBe(expected);
    }
  }
});
