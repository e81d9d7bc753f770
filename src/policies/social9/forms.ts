// What the default policy says of forms, in English or another language; only files that speak of forms have it.
import type { StandardCollections } from '../../core/policy/collections.ts';
import type { Collection } from '../../core/policy/policy.ts';
import words from './forms.en.json' with { type: 'json' };
import terms from './forms.json' with { type: 'json' };

export const formsIn = ({
  dataItems,
  collections,
}: StandardCollections = words): StandardCollections => ({
  dataItems,
  collections: Object.fromEntries(
    Object.entries(terms as Readonly<Record<string, Partial<Collection>>>).map(([id, each]) => [
      id,
      { ...each, ...collections[id] },
    ]),
  ),
});

export const forms = formsIn();
