import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { changesOf } from './changes.ts';
import type { PolicyTerms, PurposeTerms } from './policy.ts';
import { termsOf } from './terms.ts';

const withSocial = (change: Partial<PurposeTerms>): PolicyTerms => ({
  ...POLICY,
  purposes: POLICY.purposes.map((each) => (each.id === 'social' ? { ...each, ...change } : each)),
});

const changes = (now: PolicyTerms, id = 'social', before: PolicyTerms = POLICY) =>
  changesOf(termsOf(before), termsOf(now), id);

describe('a changed purpose', () => {
  it.each([
    ['a data item', { data: ['ip', 'page', 'os'] }, [{ kind: 'data', items: ['os'] }]],
    ['one data item less', { data: ['ip'] }, [{ kind: 'no-data', items: ['page'] }]],
    [
      'another recipient',
      { recipients: ['Ad House'] },
      [
        { kind: 'recipients', items: ['Ad House'] },
        { kind: 'no-recipients', items: ['Film House'] },
      ],
    ],
    ['that it is asked at last', { basis: 'necessary' as const }, [{ kind: 'purpose' }]],
    [
      'parameters of addresses',
      { queryParameters: ['q', 'size'] },
      [{ kind: 'parameters', items: ['q', 'size'] }],
    ],
    [
      'linked visits',
      { visitors: 'visit' as const },
      [{ kind: 'visitors', from: 'none', to: 'visit' }],
    ],
    [
      'a data item that is kept longer',
      { retentions: { page: 'P2Y' } },
      [{ kind: 'item-retention', item: 'page', from: 'P13M', to: 'P2Y' }],
    ],
    ['a retention', { retention: 'P5Y' }, [{ kind: 'retention', from: 'P13M', to: 'P5Y' }]],
    [
      'a service, and more for another',
      {
        services: [
          { id: 'film', hosts: [], data: ['ip', 'page'] },
          { id: 'pins', hosts: [], data: ['ip'] },
          { id: 'maps', hosts: [], data: ['ip'] },
        ],
      },
      [
        { kind: 'services', items: ['maps'] },
        { kind: 'service-data', service: 'film', items: ['page'] },
      ],
    ],
  ])('L-28 names %s', (_what, change, expected) => {
    expect(changes(withSocial(change))).toEqual(expected);
    expect(changes(withSocial(change), 'analytics')).toEqual([]);
  });

  it('L-28 names a new party, and a new handling of the IP address, in every purpose', () => {
    const now = { ...POLICY, controller: { name: 'New Owner' }, ip: 'kept' as const };
    for (const id of ['analytics', 'social']) {
      expect(changes(now, id)).toEqual([
        { kind: 'controller', from: 'The Site', to: 'New Owner' },
        { kind: 'ip', from: 'dropped', to: 'kept' },
      ]);
    }
  });

  it('that was never asked is new', () => {
    const before = { ...POLICY, purposes: POLICY.purposes.slice(0, 2) };
    expect(changes(POLICY, 'social', before)).toEqual([{ kind: 'purpose' }]);
  });
});
