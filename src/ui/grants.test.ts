// “All” means all that was shown; a placeholder adds what it names and nothing else.
import { expect, test } from 'vitest';
import { stateOf } from '../core/choice/state.ts';
import type { Policy, PolicyTerms } from '../core/policy/policy.ts';
import { allShown, askedIn, grantedAnd, nothing } from './grants.ts';

const terms = { data: [], recipients: [], retention: 'P1M' };
const analytics = { ...terms, id: 'analytics', basis: 'consent' as const, services: [] };
const social = {
  ...terms,
  id: 'social',
  basis: 'consent' as const,
  services: [{ id: 'video', hosts: [], data: [] }],
};
const policy: PolicyTerms = {
  id: 'test',
  version: '1',
  ip: 'dropped',
  controller: { name: 'A' },
  processor: { name: 'B' },
  purposes: [{ ...terms, id: 'necessary', basis: 'necessary', services: [] }, analytics, social],
};
const state = stateOf(null, nothing(policy), {
  decided: false,
  policyVersion: '1',
  signals: { gpc: false },
  storage: 'indexeddb',
});
const none = { policy, state };

test('nothing is nothing but what is necessary', () => {
  expect(nothing(policy)).toEqual({
    purposes: { necessary: true, analytics: false, social: false },
    services: { video: false },
  });
});

test.for([
  ['on the banner what is still to be answered', 'banner', ['social'], ['social']],
  ['on the banner that is asked for anew, all', 'banner', [], ['analytics', 'social']],
  [
    'on the second layer all, whatever is pending',
    'preferences',
    ['social'],
    ['analytics', 'social'],
  ],
] as const)('L-20 an “accept all” is about %s', ([, view, pending, ids]) => {
  const asked = askedIn(policy as unknown as Policy, pending, view);
  expect(asked.map(({ id }) => id)).toEqual(ids);
});

test('all of a first visit is everything', () => {
  expect(allShown(none, [analytics, social], true)).toEqual({
    purposes: { necessary: true, analytics: true, social: true },
    services: { video: true },
  });
});

test('L-20 all does not reach what was not shown', () => {
  expect(allShown(none, [social], true).purposes['analytics']).toBe(false);
});

test('what was granted before and is not asked again stays', () => {
  const before = { ...state, purposes: { analytics: true } };
  expect(allShown({ policy, state: before }, [social], true).purposes['analytics']).toBe(true);
});

test('L-20 no to all of what is shown leaves a yes to what is not', () => {
  const before = { ...state, purposes: { analytics: true, social: true } };
  expect(allShown({ policy, state: before }, [social], false).purposes).toEqual({
    necessary: true,
    analytics: true,
    social: false,
  });
});

test('a placeholder adds what it allows and nothing else', () => {
  expect(grantedAnd(none, { services: { video: true } })).toEqual({
    purposes: { necessary: true, analytics: false, social: false },
    services: { video: true },
  });
  expect(grantedAnd(none, { purposes: { social: true } }).purposes['social']).toBe(true);
});
