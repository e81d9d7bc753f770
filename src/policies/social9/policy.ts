// The default policy, whole and in English: what `social9.json` is written from.
import type { Collection, Policy, PolicyTerms } from '../../core/policy/policy.ts';
import { type PolicyDetails, wholePolicy } from '../../core/policy/words.ts';
import details from './details.json' with { type: 'json' };
import words from './en.json' with { type: 'json' };
import { forms } from './forms.ts';
import terms from './terms.json' with { type: 'json' };

const whole = wholePolicy(terms as PolicyTerms, words, details as PolicyDetails);

export const social9: Policy = {
  ...whole,
  dataItems: { ...whole.dataItems, ...forms.dataItems },
  collections: forms.collections as Readonly<Record<string, Collection>>,
};
