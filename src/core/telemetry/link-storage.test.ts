import { expect, it } from 'vitest';
import { storedBy, storedElsewhereBy } from './link-storage.ts';

const OWN = { kind: 'localStorage', name: 'counted' } as const;
const JOURNAL = { kind: 'localStorage', name: 's9-consent' } as const;

it('a purpose that links nothing stores what it declares', () => {
  expect(storedBy({ id: 'social' })).toEqual([]);
  expect(storedBy({ id: 'social', visitors: 'none', storage: [OWN] })).toEqual([OWN]);
});

it('that of telemetry stores a page’s last word too, whatever a policy declares in place of ours', () => {
  expect(storedBy({ id: 'analytics' })).toEqual([JOURNAL]);
  expect(storedBy({ id: 'analytics', storage: [] })).toEqual([JOURNAL]);
  expect(storedBy({ id: 'analytics', storage: [OWN] })).toEqual([JOURNAL, OWN]);
  expect(storedElsewhereBy({ id: 'analytics', storage: [JOURNAL, OWN] })).toEqual([OWN]);
  // Once, where the default declares it.
  expect(storedBy({ id: 'analytics', storage: [JOURNAL] })).toEqual([JOURNAL]);
});

it.each([
  ['visit', 'sessionStorage'],
  ['id', 'localStorage'],
] as const)('one whose visitors are %s has the link in %s too', (visitors, kind) => {
  expect(storedBy({ id: 'social', visitors, storage: [OWN] })).toEqual([
    OWN,
    { kind, name: 's9-consent-link' },
  ]);
});
