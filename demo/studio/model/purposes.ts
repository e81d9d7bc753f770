// Changes of a policy's purposes, as a Customer would write them: over the default's, by id.
import type { Policy } from '../../../src/index.ts';
import { social9 } from '../../../src/policies/social9/policy.ts';
import type { GivenPolicy } from './design.ts';

export type GivenPurpose = NonNullable<GivenPolicy['purposes']>[number];
export type PurposeInForce = Policy['purposes'][number];

const isShipped = (id: string): boolean => social9.purposes.some((purpose) => purpose.id === id);

/** With members of one purpose set; `undefined` takes a member away, and with the last one the entry. */
export function withPurpose(
  policy: GivenPolicy,
  id: string,
  members: Readonly<Record<string, unknown>>,
): GivenPolicy {
  const purposes = policy.purposes ?? [];
  const before: GivenPurpose = purposes.find((purpose) => purpose.id === id) ?? { id };
  const merged = Object.entries({ ...before, ...members }).filter(
    ([, value]) => value !== undefined,
  );
  const others = purposes.filter((purpose) => purpose.id !== id);
  const isEmpty = merged.length <= 1 && isShipped(id);
  const at = purposes.findIndex((purpose) => purpose.id === id);
  const entry = Object.fromEntries(merged) as unknown as GivenPurpose;
  const next = isEmpty
    ? others
    : at < 0
      ? [...purposes, entry]
      : purposes.map((purpose, index) => (index === at ? entry : purpose));
  return withList(policy, next);
}

function withList(policy: GivenPolicy, purposes: readonly GivenPurpose[]): GivenPolicy {
  const { purposes: _, ...rest } = policy;
  return purposes.length > 0 ? { ...rest, purposes } : rest;
}

/** A shipped purpose is dropped, one of one's own is gone. */
export function withoutPurpose(policy: GivenPolicy, id: string): GivenPolicy {
  const others = (policy.purposes ?? []).filter((purpose) => purpose.id !== id);
  return withList(policy, isShipped(id) ? [...others, { id, drop: true }] : others);
}

/** Shipped purposes that were dropped. */
export const droppedFrom = (policy: GivenPolicy): readonly PurposeInForce[] =>
  social9.purposes.filter(({ id }) =>
    policy.purposes?.some((purpose) => purpose.id === id && 'drop' in purpose),
  );

export const withPurposeBack = (policy: GivenPolicy, id: string): GivenPolicy =>
  withList(
    policy,
    (policy.purposes ?? []).filter((purpose) => purpose.id !== id),
  );

/** A purpose to begin with, under an id that is free. */
export function withNewPurpose(policy: GivenPolicy): GivenPolicy {
  const taken = new Set(policy.purposes?.map(({ id }) => id));
  let number = 1;
  while (taken.has(`purpose-${number}`)) number += 1;
  return withList(policy, [
    ...(policy.purposes ?? []),
    {
      id: `purpose-${number}`,
      name: 'A purpose of yours',
      aim: 'To do something for you',
      why: 'Say here why it is done.',
      data: ['ip', 'browser', 'page'],
      basis: 'consent',
      recipients: ['controller'],
      retention: 'P1M',
      services: [],
    },
  ]);
}
