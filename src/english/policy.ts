// The default policy made whole in English, with all that the second layer and a receipt quote.
import type { PolicyTerms } from '../core/policy/policy.ts';
import { type PolicyDetails, wholePolicy } from '../core/policy/words.ts';
import details from '../policies/social9/details.json';
import words from '../policies/social9/en.json';

export const policyOf = (terms: PolicyTerms) => wholePolicy(terms, words, details as PolicyDetails);
