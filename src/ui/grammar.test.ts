// The grammar that comes with the words says what the browser would, where it knows the language.
import { describe, expect, it, test } from 'vitest';
import { grammar, lang } from '../locales/en.ts';
import es from '../locales/es.json' with { type: 'json' };
import type { Grammar } from '../locales/locale.ts';
import { saysIn } from './grammar.ts';

const NAMES = ['this site', 'Social9', 'Google', 'Facebook', 'Pinterest'];
const LISTS = NAMES.map((_name, index) => NAMES.slice(0, index + 1));
const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

describe('English', () => {
  const says = saysIn({ lang, grammar });

  it.each(LISTS.map((list) => [list]))('lists %j', (list) => {
    expect(says.names(list)).toBe(new Intl.ListFormat('en').format(list));
    expect(says.listed(list)).toBe(list.join(', '));
  });

  it.each(Object.entries(UNITS))('says every number of %s', (letter, unit) => {
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    const said = new Intl.NumberFormat('en', { ...style, useGrouping: false });
    for (let count = 0; count < 1000; count++)
      expect(says.duration(`P${count}${letter}`)).toBe(said.format(count));
  });

  it.each([
    ['P25M', '25 months'],
    ['P1Y6M', '1 year and 6 months'],
    ['P2Y1M3W4D', '2 years, 1 month, 3 weeks, and 4 days'],
    ['P06M', '6 months'],
  ])('says %s', (iso, words) => {
    expect(says.duration(iso)).toBe(words);
  });
});

it('a language with more plurals than one has them all', () => {
  const months = { one: '# miesiąc', few: '# miesiące', many: '# miesięcy', other: '# miesiąca' };
  const units = { ...grammar.units, M: months };
  const { duration } = saysIn({ lang: 'pl', grammar: { ...grammar, units } });
  expect(['P1M', 'P3M', 'P25M'].map(duration)).toEqual(['1 miesiąc', '3 miesiące', '25 miesięcy']);
});

test.for([['Google', 'Instagram'], ['Google', 'Hispano'], ['Google', 'Hierro'], NAMES])(
  'Spanish lists %j as the browser does',
  (list) => {
    const says = saysIn({ lang: 'es', grammar: es.grammar as unknown as Grammar });
    expect(says.names(list)).toBe(new Intl.ListFormat('es').format(list));
  },
);
