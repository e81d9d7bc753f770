// The placeholders' file in English.
import type { PlaceholderHost } from '../core/ask/ask.ts';
import { namesIn } from '../core/policy/words.ts';
import { dir, grammar, lang, placeholder, refused } from '../locales/en.ts';
import { dataItems, services } from '../policies/social9/en.json';
import { createPlaceholders, type PlaceholderParts } from '../ui/frames/placeholders.ts';

export const createFrames = (
  host: PlaceholderHost,
  outside: Pick<PlaceholderParts, 'createJudge' | 'loadCover'>,
) =>
  createPlaceholders(host, {
    ...outside,
    locale: { lang, dir, grammar, placeholder, refused },
    namesOf: (terms) => namesIn(terms, { dataItems, services }),
  });

export type CreateFrames = typeof createFrames;
