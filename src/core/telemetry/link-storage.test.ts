import { expect, it } from 'vitest';
import { storedBy } from './link-storage.ts';

const OWN = { kind: 'localStorage', name: 'counted' } as const;

it('a purpose that links nothing stores what it declares', () => {
  expect(storedBy({})).toEqual([]);
  expect(storedBy({ visitors: 'none', storage: [OWN] })).toEqual([OWN]);
});

it.each([
  ['visit', 'sessionStorage'],
  ['id', 'localStorage'],
] as const)('one whose visitors are %s has the link in %s too', (visitors, kind) => {
  expect(storedBy({ visitors, storage: [OWN] })).toEqual([OWN, { kind, name: 's9-consent-link' }]);
});
