// The default policy stands in parts: its terms, its words in one language, its details. Here it is made whole.
import type {
  CookieDeclaration,
  DataItem,
  Party,
  Policy,
  PolicyTerms,
  StorageDeclaration,
} from './policy.ts';
import { type Given, memberOf, type PolicyWords, wordedPolicy } from './worded.ts';

/** What only the second layer and a receipt quote; the same in every language. */
export interface PolicyDetails {
  readonly jurisdiction?: string;
  readonly processor: Omit<Party, 'name'>;
  readonly dataItems: Readonly<Record<string, Omit<DataItem, 'name' | 'short'>>>;
  readonly purposes: Readonly<
    Record<
      string,
      {
        readonly cookies?: readonly CookieDeclaration[];
        readonly storage?: readonly StorageDeclaration[];
      }
    >
  >;
  readonly services: Readonly<Record<string, { readonly privacyUrl?: string }>>;
}

const NO_DETAILS: PolicyDetails = { processor: {}, dataItems: {}, purposes: {}, services: {} };

/**
 * The policy in force, completed: what it says itself stands, what it leaves out comes from the default
 * policy, by id.
 *
 * @param details may be left out where nobody quotes them.
 */
export function wholePolicy(
  policy: PolicyTerms,
  words: PolicyWords,
  details: PolicyDetails = NO_DETAILS,
): Policy {
  const given: Given = policy;
  const { dataItems, purposes } = wordedPolicy(policy, words);
  const { jurisdiction } = details;
  return {
    collections: {},
    rights: Object.entries(words.rights).map(([id, right]) => ({ id, ...right })),
    texts: {},
    ...(jurisdiction && { jurisdiction }),
    ...given,
    processor: { ...details.processor, ...given.processor },
    dataItems: Object.fromEntries(
      Object.entries(dataItems).map(([id, item]) => [
        id,
        { ...item, ...memberOf(details.dataItems, id), ...memberOf(given.dataItems ?? {}, id) },
      ]),
    ),
    purposes: purposes.map((purpose, index) => ({
      ...purpose,
      ...memberOf(details.purposes, purpose.id),
      ...given.purposes[index],
      services: purpose.services.map((service) => ({
        name: memberOf(words.services, service.id) ?? service.id,
        ...memberOf(details.services, service.id),
        ...service,
      })),
    })),
  };
}
