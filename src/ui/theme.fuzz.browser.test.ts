// No value of any token takes a contrast away, in either scheme (L-15, S-14): measured on what is really drawn.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask, dialog, find, open, openPanel, root, turnTo } from './fakes.ts';
import { colors, faultsIn, fonts, lengths, MAD_SETS, ringFaults, shadows } from './theme/fakes.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Sets of tokens, each in both schemes: 5,000 by `npm run fuzz`, and the same few where a check runs. */
const FUZZ = (import.meta as unknown as { env: Env }).env['VITE_S9_FUZZ'];
/** However busy the machine is. */
const TIMEOUT_MS = FUZZ ? 0 : 300_000;
const runOf = (examples: typeof MAD_SETS) => ({
  examples,
  ...(FUZZ ? { numRuns: Number(FUZZ) / 2 } : { numRuns: examples.length + 20, seed: 11 }),
});

const tokens = fc.record(
  {
    surface: colors,
    accent: colors,
    radius: lengths,
    corner: lengths,
    'text-size': lengths,
    space: lengths,
    font: fonts,
    shadow: shadows,
  },
  { requiredKeys: [] },
);

/** Has the page set them, and yields what is wrong in each scheme. */
function faultsOf(set: Readonly<Record<string, string>>, measure: () => string[]): string[] {
  root.host.removeAttribute('style');
  for (const [token, value] of Object.entries(set)) {
    (root.host as HTMLElement).style.setProperty(`--s9-${token}`, value);
  }
  return (['light', 'dark'] as const).flatMap((theme) => {
    turnTo({ theme, state: { purposes: { necessary: true, analytics: true, social: false } } });
    ask.refresh();
    return measure().map((fault) => `${theme}: ${fault}`);
  });
}

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

it(
  'L-15 the banner can be read and pressed under every theme',
  () => {
    open();
    for (const row of root.querySelectorAll('details')) row.open = true;
    const measure = () => [
      ...faultsIn(find('.banner')),
      ...ringFaults(find('[data-action=accept]')),
    ];
    fc.assert(
      fc.property(tokens, (set) => void expect(faultsOf(set, measure)).toEqual([])),
      runOf(MAD_SETS),
    );
  },
  TIMEOUT_MS,
);

it(
  'L-15 the preferences too',
  async () => {
    await openPanel({ state: { decided: true } });
    for (const row of root.querySelectorAll('details')) row.open = true;
    const measure = () => [
      ...faultsIn(dialog()),
      ...ringFaults(find('[data-purpose=analytics]')),
      ...ringFaults(find('[data-action=save]')),
    ];
    fc.assert(
      fc.property(tokens, (set) => void expect(faultsOf(set, measure)).toEqual([])),
      runOf(MAD_SETS.filter(([set]) => 'surface' in set || 'accent' in set)),
    );
  },
  TIMEOUT_MS,
);

it('a theme that took a contrast away would be noticed', () => {
  open();
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const measure = () => faultsIn(find('.banner'));
  expect(measure()).toEqual([]);
  for (const [css, fault] of [
    ['.s9 { --muted: #bbb }', /words/],
    ['.s9 { --edge: #ddd }', /edge/],
    ['.s9 { --accent: #fff; --rim: #0000 }', /edge/],
    ['.s9 { font-size: 11px }', /px/],
    ['.s9 button { min-block-size: 30px !important; line-height: 1 !important }', /high/],
  ] as const) {
    sheet.replaceSync(css);
    expect(measure().join()).toMatch(fault);
  }
});
