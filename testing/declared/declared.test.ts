import { describe, expect, it } from 'vitest';
import { declaredBy, type GivenPurpose, merged } from './declared.ts';

const service = (id: string, ...hosts: string[]) => ({ id, name: id, hosts, data: [] });

describe('purposes of a later layer', () => {
  const base: GivenPurpose[] = [
    { id: 'analytics', name: 'Statistics', services: [service('counter', 'counter.example')] },
    { id: 'social', name: 'Social' },
  ];

  it('change those of an earlier one member by member', () => {
    const services = [service('other', 'other.example')];
    expect(merged(base, [{ id: 'analytics', services }])).toEqual([
      { id: 'analytics', name: 'Statistics', services },
      base[1],
    ]);
  });

  it('come after those of an earlier one where they are new', () => {
    expect(merged(base, [{ id: 'maps' }]).map(({ id }) => id)).toEqual([
      'analytics',
      'social',
      'maps',
    ]);
  });

  it('can drop a purpose, and one they never had', () => {
    const drop = [
      { id: 'social', drop: true },
      { id: 'maps', drop: true },
    ];
    expect(merged(base, drop).map(({ id }) => id)).toEqual(['analytics']);
  });

  it('leave the earlier layer as it was', () => {
    merged(base, [{ id: 'social', name: 'Changed' }]);
    expect(base[1]).toEqual({ id: 'social', name: 'Social' });
  });
});

describe('what purposes declare', () => {
  const purposes: GivenPurpose[] = [
    {
      id: 'analytics',
      cookies: [{ name: '_ga*' }],
      storage: [{ kind: 'localStorage', name: 'counted' }],
      services: [service('counter', 'counter.example', 'api.counter.example')],
    },
    { id: 'social' },
  ];

  it('is the hosts of each service, and the names of what each purpose stores', () => {
    expect(declaredBy(purposes)).toEqual({
      known: ['counter.example', 'api.counter.example'],
      hosts: { 'service:counter': ['counter.example', 'api.counter.example'] },
      stores: { analytics: ['_ga*', 'counted'], social: [] },
    });
  });

  it.each(['visit', 'id'] as const)(
    'is the widget’s own link where visitors are %s',
    (visitors) => {
      expect(declaredBy([{ id: 'analytics', visitors }]).stores).toEqual({
        analytics: ['s9-consent-link'],
      });
      expect(declaredBy([{ id: 'analytics', visitors: 'none' }]).stores).toEqual({ analytics: [] });
    },
  );

  it('knows no host for sure where those of frames may go undeclared', () => {
    expect(declaredBy(purposes, undefined, 'release').known).toBeNull();
  });

  it('is under analytics the host that telemetry is sent to', () => {
    expect(declaredBy(purposes, 'collector.example').hosts).toMatchObject({
      analytics: ['collector.example'],
    });
  });
});
