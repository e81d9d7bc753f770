// The placeholders' file in English, or in the language of the page.
import type { PlaceholderHost } from '../core/ask/ask.ts';
import { namesIn, withTexts } from '../core/policy/worded.ts';
import { dir, grammar, lang, placeholder, refused } from '../locales/en.ts';
import type { Translation } from '../locales/locale.ts';
import { dataItems, services } from '../policies/social9/en.json';
import { createPlaceholders, type PlaceholderParts } from '../ui/frames/placeholders.ts';

const english = {
  lang,
  dir,
  grammar: { sentence: grammar.sentence },
  placeholder,
  refused,
  policy: { dataItems, services },
};

export const createFrames = (
  host: PlaceholderHost,
  outside: Pick<PlaceholderParts, 'createJudge' | 'loadCover'>,
  words?: Translation | null,
) => {
  const locale = words ?? english;
  return createPlaceholders(host, {
    ...outside,
    locale,
    namesOf: (terms) => namesIn(withTexts(locale.lang, terms), locale.policy),
  });
};

export type CreateFrames = typeof createFrames;
