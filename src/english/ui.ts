// The banner's file in English: its words, its part of the default policy.
import { wholePolicy } from '../core/policy/words.ts';
import { actions, banner, dir, facts, grammar, lang, refused } from '../locales/en.ts';
import { dataItems, purposes } from '../policies/social9/en.json';
import { createAsk, type UiParts } from '../ui/ask.ts';

export const createUi = (root: ShadowRoot, parts: Omit<UiParts, 'locale' | 'policyOf'>) =>
  createAsk(root, {
    ...parts,
    locale: { lang, dir, grammar, actions, banner, facts, refused },
    policyOf: (terms) => wholePolicy(terms, { dataItems, purposes, services: {}, rights: {} }),
  });

export type CreateUi = typeof createUi;
