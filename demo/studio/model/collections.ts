// Changes of what forms take, and of data items, as a Customer would write them: over the default's, by id.
import { collectionOf } from '../../../src/core/policy/collections.ts';
import type { Policy } from '../../../src/index.ts';
import { social9 } from '../../../src/policies/social9/policy.ts';
import { type DesignFault, type GivenPolicy, policyOver } from './design.ts';

export type Collection = Exclude<NonNullable<Exclude<Policy['collections'], false>>[string], false>;
export type DataItem = Policy['dataItems'][string];
type Members<T> = Readonly<Partial<Record<keyof T, unknown>>>;

const STANDARD = {
  dataItems: social9.dataItems,
  collections: (social9.collections || {}) as Readonly<Record<string, Collection>>,
};
const SHIPPED = STANDARD.collections;

const inForce = (policy: GivenPolicy): Readonly<Record<string, Collection>> =>
  (policyOver(policy).collections || {}) as Readonly<Record<string, Collection>>;

/** Those of the design, each with what the default says of it. */
export const collectionsOf = (policy: GivenPolicy): (readonly [string, Collection])[] =>
  Object.keys(policy.collections ?? {}).flatMap((id) => {
    const whole = inForce(policy)[id];
    return whole ? [[id, whole] as const] : [];
  });

/** Of the default policy, and not in the design yet. */
export const furtherCollections = (policy: GivenPolicy): (readonly [string, string])[] =>
  Object.entries(SHIPPED)
    .filter(([id]) => !Object.hasOwn(policy.collections ?? {}, id))
    .map(([id, { name }]) => [id, name]);

/** What keeps it from being shown in a form. */
export function faultsOfCollection(policy: GivenPolicy, id: string): readonly DesignFault[] {
  const faults: Parameters<typeof collectionOf>[3] = [];
  collectionOf(policyOver(policy), STANDARD, id, faults);
  return faults.map(({ path, expected }) => ({ path, expected, came: '' }));
}

/** Without what is `undefined`: that is as the default has it. */
const given = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

function withEntries(
  policy: GivenPolicy,
  list: 'collections' | 'dataItems',
  entries: object,
): GivenPolicy {
  const { [list]: _, ...rest } = policy;
  return Object.keys(entries).length > 0 ? { ...rest, [list]: entries } : rest;
}

function withoutEntry(policy: GivenPolicy, list: 'collections' | 'dataItems', id: string) {
  const entries = Object.entries(policy[list] ?? {}).filter(([other]) => other !== id);
  return withEntries(policy, list, Object.fromEntries(entries));
}

export function withCollection(
  policy: GivenPolicy,
  id: string,
  members: Members<Collection> = {},
): GivenPolicy {
  const before = policy.collections || {};
  const entry = given({ ...before[id], ...members });
  return withEntries(policy, 'collections', { ...before, [id]: entry });
}

export const withoutCollection = (policy: GivenPolicy, id: string): GivenPolicy =>
  withoutEntry(policy, 'collections', id);

/** `form-1`, or the next number that is free. */
function freeId(name: string, taken: object): string {
  let number = 1;
  while (Object.hasOwn(taken, `${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

export const withNewCollection = (policy: GivenPolicy): GivenPolicy =>
  withCollection(policy, freeId('form', inForce(policy)), {
    name: 'A form of yours',
    aim: 'To do what you ask for',
    why: 'Say here what becomes of it.',
    data: ['email'],
    retention: 'P1Y',
  });

export const dataItemsOf = (policy: GivenPolicy): Readonly<Record<string, DataItem>> => ({
  ...social9.dataItems,
  ...policyOver(policy).dataItems,
});

export const isOwnItem = (id: string): boolean => !Object.hasOwn(social9.dataItems, id);

/** An item that is given needs its name there, so it comes along. */
export function withDataItem(
  policy: GivenPolicy,
  id: string,
  members: Members<DataItem>,
): GivenPolicy {
  const before = dataItemsOf(policy)[id];
  const entry = given({ ...before, ...members });
  const isAsShipped = JSON.stringify(entry) === JSON.stringify(social9.dataItems[id]);
  if (isAsShipped) return withoutEntry(policy, 'dataItems', id);
  return withEntries(policy, 'dataItems', { ...policy.dataItems, [id]: entry });
}

export const withNewDataItem = (policy: GivenPolicy): GivenPolicy =>
  withDataItem(policy, freeId('item', dataItemsOf(policy)), { name: 'A data item of yours' });

interface Taker {
  readonly data?: readonly string[];
}

/** Nothing takes it any more. */
export function withoutDataItem(policy: GivenPolicy, id: string): GivenPolicy {
  const less = <T extends object>(taker: T): T => {
    const { data } = taker as Taker;
    return data ? { ...taker, data: data.filter((each) => each !== id) } : taker;
  };
  const { purposes, collections } = policy;
  const kept = Object.entries(collections ?? {}).map(([name, one]) => [name, one && less(one)]);
  const rest = {
    ...policy,
    ...(purposes && { purposes: purposes.map(less) }),
    ...(collections && { collections: Object.fromEntries(kept) as typeof collections }),
  };
  return withoutEntry(rest, 'dataItems', id);
}
