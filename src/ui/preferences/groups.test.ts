// Which services stand together in the preferences.
import { expect, test } from 'vitest';
import type { Service } from '../../core/policy/policy.ts';
import { groupsOf } from './groups.ts';

const service = (id: string, privacyUrl?: string): Service => ({
  id,
  name: id,
  hosts: [],
  data: [],
  ...(privacyUrl ? { privacyUrl } : {}),
});

const ids = (...services: Service[]) =>
  groupsOf(services).map((group) => group.map(({ id }) => id));

test('services whose privacy policy stands at one host are one group, where the first of them stands', () => {
  expect(
    ids(
      service('maps', 'https://policies.example/privacy'),
      service('pins', 'https://pins.example/privacy'),
      service('films', 'https://POLICIES.example/privacy?of=films'),
    ),
  ).toEqual([['maps', 'films'], ['pins']]);
});

test('nothing is said of services without a privacy policy, or with one of this site', () => {
  expect(
    ids(service('a'), service('b'), service('c', '/privacy'), service('d', '/privacy')),
  ).toEqual([['a'], ['b'], ['c'], ['d']]);
});
