// Durations and lists by the grammar that comes with the words: no browser has all languages, and loading its own takes longer than all of the banner.
import type { Gaps, Locale } from '../locales/locale.ts';

/** How facts are put into words. */
export interface Says {
  /** Names as a sentence lists them: “a, b, and c”. */
  names(items: readonly string[]): string;
  /** As what is no sentence is listed: “a, b, c”. */
  listed(items: readonly string[]): string;
  /** An ISO 8601 duration of whole years to days: `P25M` is “25 months”. */
  duration(iso: string): string;
}

/** What stands before an item of a list, called `name`. */
export const gapBefore = (
  index: number,
  count: number,
  [two, between, last]: Gaps,
  name = '',
): string => {
  if (!index) return '';
  if (index < count - 1) return between;
  const gap = count > 2 ? last : two;
  // Spanish: “y” gives way to “e” before its own sound.
  return gap === ' y ' && /^h?i[^e]/i.test(name) ? ' e ' : gap;
};

const listedBy = (gaps: Gaps, items: readonly string[]): string =>
  items.map((item, index) => gapBefore(index, items.length, gaps, item) + item).join('');

export function saysIn({ lang, grammar }: Pick<Locale, 'lang' | 'grammar'>): Says {
  const { units, sentence, items } = grammar;
  const plural = new Intl.PluralRules(lang);
  const names = (all: readonly string[]) => listedBy(sentence, all);
  return {
    names,
    listed: (all) => listedBy(items, all),
    duration: (iso) =>
      names(
        [...iso.matchAll(/(\d+)([YMWD])/g)].map(([, digits, unit]) => {
          const count = Number(digits);
          const forms = units[unit as keyof typeof units];
          return (forms[plural.select(count)] ?? forms.other).replace('#', `${count}`);
        }),
      ),
  };
}
