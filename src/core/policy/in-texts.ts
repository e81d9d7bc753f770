// A policy in a Customer's own words of the language on screen.
import { ENGLISH } from '../language/english.ts';
import { lookup } from '../language/lookup.ts';
import type { Policy, PolicyTerms } from './policy.ts';
import { translated } from './translated.ts';

type Texts = Policy['texts'];

/**
 * What a policy in force is given to say itself in a language.
 *
 * @param wanted the language of the page, or of the setting: `de-AT` where `de` is spoken.
 */
export const createInTexts =
  (texts: Texts, wanted: string): NonNullable<PolicyTerms['inTexts']> =>
  (policy, lang) => {
    // What is spoken is what was wanted, or what stands for it where that is not to be had.
    const range = lookup(wanted, [lang]) ? wanted : lang;
    return translated(policy, texts[lookup(range, Object.keys(texts)) ?? ''] ?? {});
  };

/** What to tell whoever wrote texts for other languages than the page's; `undefined` where all is well. */
export function adviceOn(texts: Texts, wanted: string): string | undefined {
  const languages = Object.keys(texts);
  return languages[0] && !ENGLISH.test(wanted) && !lookup(wanted, languages)
    ? `policy.texts has ${languages.join(', ')}, and nothing in “${wanted}”: the policy is shown as it is written. Where that is in this language, say so by "${wanted}": {}`
    : undefined;
}
