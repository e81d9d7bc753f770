// “Your data” in English, or in the language of the banner.
import { withCollections } from '../core/policy/collections.ts';
import { withTexts } from '../core/policy/worded.ts';
import { wholePolicy } from '../core/policy/words.ts';
import { data, remains } from '../locales/en.ts';
import { dataItems, purposes, services } from '../policies/social9/en.json';
import { formsIn } from '../policies/social9/forms.ts';
import { dataWith } from '../ui/data/data.tsx';
import type { CreateData } from '../ui/preferences/second-layer.tsx';

const english = { data, remains, policy: { dataItems, purposes, services, rights: {} } };

/** The kit is one for the whole page, and so are its words. */
let made: CreateData | undefined;

export const createData: CreateData = (kit) => {
  const locale = { ...english, ...kit.locale };
  const forms = formsIn(kit.locale.collections);
  made ??= dataWith({
    locale,
    policyOf: (terms) =>
      withCollections(withTexts(locale.lang, wholePolicy(terms, locale.policy)), forms),
  });
  return made(kit);
};
