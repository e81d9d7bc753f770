// The receiver keeps to the policy that pages have: what it takes, whom it tells apart, how long it keeps each item.
import { expect, test } from 'vitest';
import { DAY_MS, NOW_MS } from '../fakes.ts';
import { PolicyError, rulesOf } from './policy.ts';

const iso = (ms: number | undefined) => new Date(ms ?? Number.NaN).toISOString().slice(0, 10);

test('each data item goes by its own retention, and the event with the longest', () => {
  const { visitsBeforeMs, proofsBeforeMs, attributesBeforeMs } = rulesOf({
    dataItems: { ip: { retention: 'P7D' }, page: { retention: 'P3Y' } },
    purposes: [{ id: 'analytics', retention: 'P1M' }],
  }).expiryAt(NOW_MS);
  expect({
    visits: iso(visitsBeforeMs),
    proofs: iso(proofsBeforeMs),
    address: iso(attributesBeforeMs['client.address']),
    path: iso(attributesBeforeMs['url.path']),
    browser: iso(attributesBeforeMs['user_agent.version']),
  }).toEqual({
    visits: '2023-11-27',
    proofs: '2026-05-27',
    address: '2026-11-20',
    path: '2023-11-27',
    browser: '2026-10-27',
  });
});

test('a policy as it is in the page: a service by its id, another purpose, none of ours', () => {
  const rules = rulesOf({
    purposes: [
      { id: 'social', services: ['vimeo'] },
      { id: 'analytics', drop: true },
    ],
  });
  expect(rules.refusalOf('url.path')).toBe('a policy with the purpose analytics');
  expect(rules.ip).toBe('dropped');
});

test('an address that is not declared is not kept, whatever becomes of it where it is', () => {
  const purposes = [{ id: 'analytics', data: ['page'] }];
  expect(rulesOf({ ip: 'kept', purposes }).ip).toBe('dropped');
  expect(rulesOf({ ip: 'kept' }).ip).toBe('kept');
});

test('visitors are told apart as the policy says', () => {
  const { refusalOf } = rulesOf({ purposes: [{ id: 'analytics', visitors: 'id' }] });
  expect(refusalOf('s9.visitor.id')).toBeUndefined();
  expect(refusalOf('session.id')).toMatch('to have visitors visit, and it has id');
});

test('own attributes are data items', () => {
  const { refusalOf } = rulesOf({
    dataItems: { plan: { name: 'Plan' } },
    purposes: [{ id: 'analytics', data: ['plan'] }],
  });
  expect(refusalOf('s9.custom.plan')).toBeUndefined();
  expect(refusalOf('s9.custom.age')).toMatch('to declare the data item age');
  expect(refusalOf('s9.custom.name')).toBeUndefined();
});

test('every fault is named', () => {
  const given = { ip: 'hashed', purposes: [{ id: 'analytics', data: ['nothing'] }] };
  const error = (() => {
    try {
      return rulesOf(given);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(PolicyError);
  expect((error as PolicyError).faults.map(({ path }) => path)).toEqual([
    'policy.ip',
    'policy.purposes.analytics.data',
  ]);
});

test('settings are no policy: the default one is not kept to in its place', () => {
  expect(() => rulesOf({ policy: { purposes: [{ id: 'analytics', drop: true }] } })).toThrow(
    'policy.policy: expected the policy itself, not settings that have one',
  );
});

test('is asked anew each minute', () => {
  const { expiryAt } = rulesOf({});
  const before = expiryAt(NOW_MS).visitsBeforeMs;
  expect(expiryAt(NOW_MS + DAY_MS).visitsBeforeMs - before).toBe(DAY_MS);
});
