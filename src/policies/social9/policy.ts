// The default policy, whole and in English: what `social9.json` is written from.
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { type PolicyDetails, wholePolicy } from '../../core/policy/words.ts';
import details from './details.json' with { type: 'json' };
import words from './en.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

export const social9 = wholePolicy(terms as PolicyTerms, words, details as PolicyDetails);
