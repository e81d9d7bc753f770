// A policy in words: what it says itself, else what the default policy says of the same id.
import type { DataItem, Policy, PolicyTerms, Purpose, PurposeTerms, Service } from './policy.ts';

/** What a policy says in one language. Ids that have no words here keep those they came with. */
export interface PolicyWords {
  readonly dataItems: Readonly<Record<string, Pick<DataItem, 'name' | 'short'>>>;
  readonly services: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, Pick<Purpose, 'name' | 'aim' | 'why'>>>;
  readonly rights: Readonly<Record<string, { readonly name: string; readonly how: string }>>;
}

/** Own members only: an id can be `constructor`. */
export const memberOf = <T>(from: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(from, id) ? from[id] : undefined;

/** A policy in force may say more than its terms: whatever the Customer gave. */
export type Given = PolicyTerms & Partial<Omit<Policy, keyof PolicyTerms>>;

function dataItemsOf({ dataItems = {} }: Given, words: PolicyWords['dataItems']) {
  const items: Record<string, DataItem> = {};
  for (const id of new Set([...Object.keys(words), ...Object.keys(dataItems)])) {
    const own = memberOf(dataItems, id);
    const { short, ...rest } = memberOf(words, id) ?? { name: id };
    items[id] = { ...rest, ...(short && !own?.name && { short }), ...own };
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
      const { short, name } = memberOf(dataItems, id) ?? {};
      const ours = memberOf(words.dataItems, id);
      return short ?? name ?? ours?.short ?? ours?.name ?? id;
    },
    service: (id) =>
      services.find((service) => service.id === id)?.name ?? memberOf(words.services, id) ?? id,
  };
}

export type WordedPurpose = PurposeTerms & Pick<Purpose, 'name' | 'aim' | 'why'>;

/** As much of a policy as the banner says. */
export interface WordedPolicy extends PolicyTerms, Pick<Policy, 'dataItems' | 'notice'> {
  readonly purposes: readonly WordedPurpose[];
}

/** The policy in force, its purposes and data items in words: its own, else the default policy's by id. */
export const wordedPolicy = (
  policy: PolicyTerms,
  words: Pick<PolicyWords, 'dataItems' | 'purposes'>,
): WordedPolicy => ({
  ...policy,
  dataItems: dataItemsOf(policy, words.dataItems),
  purposes: policy.purposes.map((purpose) => ({
    ...wordsOf(purpose, memberOf(words.purposes, purpose.id)),
    ...purpose,
  })),
});

/** A policy, or the whole of it, in the Customer's own words of a language, where it has such. */
export const withTexts = <P extends PolicyTerms | Policy>(lang: string, policy: P): P =>
  (policy as PolicyTerms).inTexts?.(policy, lang) ?? policy;
