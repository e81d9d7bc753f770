import { expect, it } from 'vitest';
import { grantsBy } from '../choice/choice.ts';
import { POLICY } from '../choice/fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { leavesOf } from './leaves.ts';

const COOKIE = { name: '_ga*' };
const STORE = { kind: 'localStorage', name: 'stats' } as const;

const leaving = (id: string, change: Partial<PurposeTerms>) => ({
  ...POLICY,
  purposes: POLICY.purposes.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

it('L-19 a purpose that is denied leaves what it declares', () => {
  const policy = leaving('analytics', { cookies: [COOKIE], storage: [STORE] });
  const everything = grantsBy(policy, () => true);
  expect(leavesOf(policy)).toEqual({ cookies: [COOKIE], storage: [STORE] });
  expect(leavesOf(policy, everything)).toEqual({ cookies: [], storage: [] });
});

it('L-19 and the link that `visitors` asks for', () => {
  const { storage } = leavesOf(leaving('analytics', { visitors: 'visit' }));
  expect(storage).toEqual([{ kind: 'sessionStorage', name: 's9-consent-link' }]);
});

it('of a policy that declares nothing there is nothing, nor of what runs unasked', () => {
  expect(leavesOf(POLICY)).toEqual({ cookies: [], storage: [] });
  expect(leavesOf(leaving('necessary', { cookies: [COOKIE] })).cookies).toEqual([]);
});
