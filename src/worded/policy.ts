// The default policy made whole, with all that the second layer and a receipt quote; in English where nothing else is given.
import type { PolicyTerms } from '../core/policy/policy.ts';
import { type PolicyWords, withTexts } from '../core/policy/worded.ts';
import { type PolicyDetails, wholePolicy } from '../core/policy/words.ts';
import details from '../policies/social9/details.json';
import english from '../policies/social9/en.json';

export const policyIn =
  (lang: string, words: PolicyWords = english) =>
  (terms: PolicyTerms) =>
    withTexts(lang, wholePolicy(terms, words, details as PolicyDetails));
