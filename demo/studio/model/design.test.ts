// A design that others wrote is taken over whole or not at all, and each fault says where it is and what came.
import { expect, test } from 'vitest';
import { FIRST, policyOver, readDesign, settingsInForce, valueAt, withAt } from './design.ts';

const KNOWN = ['--s9-accent', '--s9-radius'];

test('the first design has no fault', () => {
  expect(readDesign(FIRST, KNOWN)).toEqual({ design: FIRST, faults: [] });
  expect(settingsInForce(FIRST.settings).faults).toEqual([]);
});

test('each fault is named with its path, what was expected and what came, and nothing is taken over', () => {
  const { design, faults } = readDesign(
    {
      tokens: { '--s9-accent': 'red; } body {', '--s9-colour': 'red' },
      settings: {
        layout: 'sheet',
        policy: { purposes: [{ id: 'analytics', retention: 'for ever' }] },
      },
      script: 'alert(1)',
    },
    KNOWN,
  );
  expect(design).toBeNull();
  expect(faults.map(({ path, came }) => [path, came])).toEqual([
    ['script', '"alert(1)"'],
    ['tokens.--s9-accent', '"red; } body {"'],
    ['tokens.--s9-colour', '"red"'],
    ['settings.policy.purposes.analytics.retention', '"for ever"'],
    ['settings.layout', '"sheet"'],
  ]);
});

test.for([
  [null, 'design'],
  [[], 'design'],
  ['{}', 'design'],
  [{ tokens: [] }, 'tokens'],
  [{ settings: 'x' }, 'settings'],
  [{ settings: { policy: '/policy.json' } }, 'settings.policy'],
])('%j is no design', ([value, path]) => {
  expect(readDesign(value, KNOWN)).toMatchObject({ design: null, faults: [{ path }] });
});

test('L-15 answers that are not alike are refused by the widget’s own check', () => {
  const notice = { en: { accept: 'Yes', reject: 'No, and close this for the rest of the day' } };
  const { faults } = settingsInForce({ policy: { ...FIRST.settings.policy, notice } });
  expect(faults).toMatchObject([{ path: 'policy.notice.en.accept' }]);
});

test('L-23 words that press are refused by the widget’s own check', () => {
  const notice = { en: { lead: 'Hurry, we might count you!' } };
  const { faults } = settingsInForce({ policy: { ...FIRST.settings.policy, notice } });
  expect(faults).toMatchObject([{ path: 'policy.notice.en.lead' }]);
});

test('a service is found in the catalogue, and a misspelt one is named with what was meant', () => {
  const withService = (id: string) => ({
    policy: { purposes: [{ id: 'social', services: [id] }] } as never,
  });
  expect(settingsInForce(withService('vimeo')).faults).toEqual([]);
  expect(settingsInForce(withService('vimoe')).faults[0]?.expected).toContain('vimeo');
});

test('a purpose with a fault still stands where it is mended', () => {
  const policy = { purposes: [{ id: 'analytics', retention: 'P' }] };
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  expect(ids(settingsInForce({ policy }).settings.policy.purposes)).not.toContain('analytics');
  expect(ids(policyOver(policy).purposes)).toContain('analytics');
});

test('a path leads by ids and by numbers', () => {
  const value = {
    list: [
      { id: 'a', x: 1 },
      { id: 'b', x: 2 },
    ],
  };
  expect(valueAt(value, 'list.b.x')).toBe(2);
  expect(valueAt(value, 'list[0].x')).toBe(1);
  expect(valueAt(value, 'list.constructor')).toBeUndefined();
});

test('a member that is taken away leaves no empty object behind', () => {
  expect(withAt({ a: { b: { c: 1 } }, d: 1 }, ['a', 'b', 'c'], undefined)).toEqual({ d: 1 });
  expect(withAt({}, ['a', 'b'], 2)).toEqual({ a: { b: 2 } });
});
