// “Your data” in English.
import { wholePolicy } from '../core/policy/words.ts';
import { data, remains } from '../locales/en.ts';
import { dataItems, purposes, services } from '../policies/social9/en.json';
import { dataWith } from '../ui/data/data.tsx';

export const createData = dataWith({
  locale: { data, remains },
  policyOf: (terms) => wholePolicy(terms, { dataItems, purposes, services, rights: {} }),
});
