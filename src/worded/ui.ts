// The banner's file: its words in English, its part of the default policy, or all words of the language of the page.
import { withTexts, wordedPolicy } from '../core/policy/worded.ts';
import { actions, banner, dir, facts, grammar, lang, refused } from '../locales/en.ts';
import type { Translation } from '../locales/locale.ts';
import { dataItems, purposes } from '../policies/social9/en.json';
import { createAsk } from '../ui/ask.ts';
import type { UiParts } from '../ui/parts.ts';

const english = { lang, dir, grammar, actions, banner, facts, refused };
/** As much as the banner says; not lent to the second layer, which has all of it. */
const policy = { dataItems, purposes };

export const createUi = (
  root: ShadowRoot,
  parts: Omit<UiParts, 'locale' | 'policyOf'>,
  words?: Translation | null,
) => {
  const locale = words ?? english;
  return createAsk(root, {
    ...parts,
    locale,
    policyOf: (terms) => withTexts(locale.lang, wordedPolicy(terms, words?.policy ?? policy)),
  });
};

export type CreateUi = typeof createUi;
