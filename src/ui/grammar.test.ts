// The grammar that comes with the words says what the browser would.
import { describe, expect, it } from 'vitest';
import { grammar } from '../locales/en.ts';
import { saidBy } from './grammar.ts';
import { browserSays } from './speech.ts';

const NAMES = ['this site', 'Social9', 'Google', 'Facebook', 'Pinterest'];
const LISTS = NAMES.map((_name, index) => NAMES.slice(0, index + 1));

describe('English', () => {
  const says = saidBy(grammar, 'en');
  const browser = browserSays('en');

  it.each(LISTS.map((list) => [list]))('lists %j', (list) => {
    expect(says.names(list)).toBe(browser.names(list));
    expect(says.listed(list)).toBe(browser.listed(list));
  });

  it.each(['Y', 'M', 'W', 'D'])('says every number of %s', (unit) => {
    for (let count = 0; count < 1000; count++) {
      expect(says.duration(`P${count}${unit}`)).toBe(browser.duration(`P${count}${unit}`));
    }
  });

  it.each(['P1Y6M', 'P2Y1M3W4D', 'P06M'])('says %s', (iso) => {
    expect(says.duration(iso)).toBe(browser.duration(iso));
  });
});

it('a language with more plurals than one has them all', () => {
  const months = { one: '# miesiąc', few: '# miesiące', many: '# miesięcy', other: '# miesiąca' };
  const { duration } = saidBy({ ...grammar, units: { ...grammar.units, M: months } }, 'pl');
  expect(['P1M', 'P3M', 'P25M'].map(duration)).toEqual(['1 miesiąc', '3 miesiące', '25 miesięcy']);
});
