// The default policy stands in parts: its terms, its words in one language, its details. Here it is made whole.
import type {
  CookieDeclaration,
  DataItem,
  Party,
  Policy,
  PolicyTerms,
  Purpose,
  Service,
  StorageDeclaration,
} from './policy.ts';

/** What a policy says in one language. Ids that have no words here keep those they came with. */
export interface PolicyWords {
  readonly dataItems: Readonly<Record<string, Pick<DataItem, 'name' | 'short'>>>;
  readonly services: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, Pick<Purpose, 'name' | 'aim' | 'why'>>>;
  readonly rights: Readonly<Record<string, { readonly name: string; readonly how: string }>>;
}

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

/** Own members only: an id can be `constructor`. */
const of = <T>(from: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(from, id) ? from[id] : undefined;

/** A policy in force may say more than its terms: whatever the Customer gave. */
type Given = PolicyTerms & Partial<Omit<Policy, keyof PolicyTerms>>;

function dataItemsOf({ dataItems = {} }: Given, words: PolicyWords, details: PolicyDetails) {
  const items: Record<string, DataItem> = {};
  for (const id of new Set([...Object.keys(words.dataItems), ...Object.keys(dataItems)])) {
    const own = of(dataItems, id);
    const { short, ...rest } = of(words.dataItems, id) ?? { name: id };
    items[id] = {
      ...rest,
      ...(short && !own?.name && { short }),
      ...of(details.dataItems, id),
      ...own,
    };
  }
  return items;
}

/** The short word of a name goes with it: a name of the Customer’s own is not said in ours. */
function wordsOf(
  { id, name }: { readonly id: string; readonly name?: string },
  words: PolicyWords['purposes'][string] = { name: id, why: '' },
) {
  const { aim, ...rest } = words;
  return name || !aim ? rest : words;
}

/** What data items, in short, and services of a policy in force are called. An id without words stands for itself. */
export interface PolicyNames {
  dataItem(id: string): string;
  service(id: string): string;
}

export function namesIn(
  policy: PolicyTerms,
  words: Pick<PolicyWords, 'dataItems' | 'services'>,
): PolicyNames {
  const { dataItems = {}, purposes }: Given = policy;
  const services: readonly Partial<Service>[] = purposes.flatMap((purpose) => purpose.services);
  return {
    dataItem: (id) => {
      const { short, name } = of(dataItems, id) ?? {};
      const ours = of(words.dataItems, id);
      return short ?? name ?? ours?.short ?? ours?.name ?? id;
    },
    service: (id) =>
      services.find((service) => service.id === id)?.name ?? of(words.services, id) ?? id,
  };
}

/**
 * The policy in force, completed: what it says itself stands, what it leaves out comes from the default
 * policy, by id.
 *
 * @param details may be left out where nobody quotes them, as on the banner.
 */
export function wholePolicy(
  policy: PolicyTerms,
  words: PolicyWords,
  details: PolicyDetails = NO_DETAILS,
): Policy {
  const given: Given = policy;
  const { jurisdiction } = details;
  return {
    collections: {},
    rights: Object.entries(words.rights).map(([id, right]) => ({ id, ...right })),
    texts: {},
    ...(jurisdiction && { jurisdiction }),
    ...given,
    processor: { ...details.processor, ...given.processor },
    dataItems: dataItemsOf(given, words, details),
    purposes: given.purposes.map((purpose) => ({
      ...wordsOf(purpose, of(words.purposes, purpose.id)),
      ...of(details.purposes, purpose.id),
      ...purpose,
      services: purpose.services.map((service) => ({
        name: of(words.services, service.id) ?? service.id,
        ...of(details.services, service.id),
        ...service,
      })),
    })),
  };
}

/** A policy, or the whole of it, in the Customer's own words of a language, where it has such. */
export const withTexts = <P extends PolicyTerms | Policy>(lang: string, policy: P): P =>
  (policy as PolicyTerms).inTexts?.(policy, lang) ?? policy;
