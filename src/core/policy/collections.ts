// A moment of collection: what the policy says of it, completed by the default policy, and in terms to record.
import { keyOf } from '../choice/collections.ts';
import type { AskedTerms, Collection, DataItem, Policy, PolicyTerms } from './policy.ts';
import { type Fault, refuse, require } from './shape.ts';

/** What the default policy says of forms. */
export interface StandardCollections {
  readonly dataItems: Readonly<Record<string, DataItem>>;
  readonly collections: Readonly<Record<string, Partial<Collection>>>;
}

/** What a policy in force may have of it; `false` is what a fault has closed. */
export type GivenCollections = PolicyTerms & {
  readonly dataItems?: Readonly<Record<string, Partial<DataItem>>>;
  readonly collections?: Readonly<Record<string, Partial<Collection> | false>> | false;
};

const of = <T>(from: Readonly<Record<string, T>> | undefined, id: string): T | undefined =>
  from && Object.hasOwn(from, id) ? from[id] : undefined;

/** The data items that forms take, by id: what the policy says itself stands, the rest is the default's. */
export function itemOf(policy: GivenCollections, standard: StandardCollections, id: string) {
  const [given, own] = [of(policy.dataItems, id), of(standard.dataItems, id)];
  return given || own ? ({ ...own, ...given } as DataItem) : undefined;
}

/**
 * A collection, whole; or `null`, with a fault for everything that keeps it from being one. Nothing of a
 * faulty one is shown, and no record says that anybody agreed to it.
 */
export function collectionOf(
  policy: GivenCollections,
  standard: StandardCollections,
  id: string,
  faults: Fault[],
): Collection | null {
  const { collections = {} } = policy;
  const path = `policy.collections.${id}`;
  const given = collections && of(collections, id);
  // What a fault has closed has been told where settings are checked.
  if (!collections || given === false) return null;
  const own = of(standard.collections, id);
  if (!own && !given) return refuse(path, 'to be given', faults) ?? null;
  const whole = { recipients: ['controller'], ...own, ...given } as Collection;
  const before = faults.length;
  require(whole, ['name', 'why', 'data', 'retention'], path, faults);
  if (whole.consent) require(whole, ['act'], path, faults);
  for (const item of whole.data ?? []) {
    if (!itemOf(policy, standard, item)?.name) {
      refuse(`${path}.data`, `keys of dataItems, and ${item} is none`, faults);
    }
  }
  return faults.length === before ? whole : null;
}

/** A policy with all collections that are known: for the words of what was agreed to. */
export function withCollections(policy: Policy, standard: StandardCollections): Policy {
  const given = policy.collections || {};
  const collections: Record<string, Collection | false> = {};
  for (const id of new Set([...Object.keys(standard.collections), ...Object.keys(given)])) {
    const whole = { name: id, why: '', ...of(standard.collections, id), ...of(given, id) };
    collections[id] = whole as Collection;
  }
  return { ...policy, collections, dataItems: { ...standard.dataItems, ...policy.dataItems } };
}

/** What is asked in a form, as its record keeps it: one purpose, under a name that none can have. */
export function termsOfCollection(
  policy: GivenCollections,
  standard: StandardCollections,
  id: string,
  { data, recipients = [], retention }: Collection,
): AskedTerms {
  const retentions: Record<string, string> = {};
  for (const item of data) {
    const own = itemOf(policy, standard, item)?.retention ?? retention;
    if (own !== retention) retentions[item] = own;
  }
  const isApart = Object.keys(retentions)[0];
  return {
    ip: policy.ip,
    controller: policy.controller.name,
    processor: policy.processor.name,
    purposes: {
      [keyOf(id)]: {
        basis: 'consent',
        data,
        recipients,
        retention,
        services: {},
        ...(isApart && { retentions }),
      },
    },
  };
}
