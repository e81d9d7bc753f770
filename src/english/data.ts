// “Your data” in English.
import { withCollections } from '../core/policy/collections.ts';
import { wholePolicy } from '../core/policy/words.ts';
import { data, remains } from '../locales/en.ts';
import { dataItems, purposes, services } from '../policies/social9/en.json';
import { forms } from '../policies/social9/forms.ts';
import { dataWith } from '../ui/data/data.tsx';

export const createData = dataWith({
  locale: { data, remains },
  policyOf: (terms) =>
    withCollections(wholePolicy(terms, { dataItems, purposes, services, rights: {} }), forms),
});
