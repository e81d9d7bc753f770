import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import { type ConsentRecord, pendingPurposes } from './choice.ts';
import { POLICY } from './fakes.ts';
import { type PolicyTerms, type PurposeTerms, termsOf } from './policy.ts';

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

  it('L-32 is asked about if and only if there is something to name', () => {
    const ids = fc.subarray(['ip', 'page', 'os', 'domain'], { minLength: 1 });
    const change = fc.record({
      data: ids,
      recipients: fc.subarray(['Film House', 'Ad House'], { minLength: 1 }),
      retention: fc.constantFrom('P13M', 'P5Y'),
      services: fc.constantFrom('film', 'maps').map((id) => [{ id, hosts: [], data: ['ip'] }]),
    });
    fc.assert(
      fc.property(change, change, (one, other) => {
        const [before, now] = [withSocial(one), withSocial(other)];
        const record = { asked: termsOf(before) } as ConsentRecord;
        const isPending = pendingPurposes(record, now).includes('social');
        expect(changes(now, 'social', before).length > 0).toBe(isPending);
      }),
    );
  });
});
