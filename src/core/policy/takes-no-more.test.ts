// Who is asked again: whoever was not asked for something that is taken now, and nobody else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentRecord, pendingPurposes } from '../choice/choice.ts';
import { POLICY } from '../choice/fakes.ts';
import { changesOf } from './changes.ts';
import type { PolicyTerms, PurposeTerms } from './policy.ts';
import { takesNoMore } from './takes-no-more.ts';
import { termsOf } from './terms.ts';

const withSocial = (change: Partial<PurposeTerms>): PolicyTerms => ({
  ...POLICY,
  purposes: POLICY.purposes.map((each) => (each.id === 'social' ? { ...each, ...change } : each)),
});

/** As a check lends it. */
const lent = (policy: PolicyTerms): PolicyTerms => ({ ...policy, takesNoMore });

const isAskedAgain = (before: PolicyTerms, now: PolicyTerms): boolean =>
  pendingPurposes({ asked: termsOf(before) } as ConsentRecord, lent(now)).includes('social');

const VISITORS = ['none', 'visit', 'id'] as const;
const IP = ['dropped', 'truncated', 'kept'] as const;
const TIMES = ['P1D', 'P1M', 'P13M', 'P5Y'] as const;
const WORDS = ['ip', 'page', 'os'] as const;

const terms = fc
  .record({
    data: fc.subarray([...WORDS], { minLength: 1 }),
    recipients: fc.subarray(['Film House', 'Ad House'], { minLength: 1 }),
    retention: fc.constantFrom(...TIMES),
    retentions: fc.dictionary(fc.constantFrom(...WORDS), fc.constantFrom(...TIMES)),
    visitors: fc.constantFrom(...VISITORS),
    queryParameters: fc.subarray(['q', 'size']),
    services: fc.dictionary(fc.constantFrom('film', 'maps'), fc.subarray(['ip', 'page'])),
  })
  .map((change) => ({
    ...change,
    services: Object.entries(change.services).map(([id, data]) => ({ id, hosts: [], data })),
  }));

type Terms = Parameters<Parameters<typeof terms.map>[0]>[0];

/** Whatever a purpose does, as a set of small facts: more of them is more. */
function deeds({ data, recipients, services, ...rest }: Terms): string[] {
  const { retention, retentions, visitors, queryParameters } = rest;
  const upTo = <T>(order: readonly T[], last: T) => order.slice(0, order.indexOf(last) + 1);
  return [
    ...data.flatMap((item) =>
      upTo<string>(TIMES, retentions[item] ?? retention).map((time) => `keeps ${item} ${time}`),
    ),
    ...upTo<string>(TIMES, retention).map((time) => `keeps ${time}`),
    ...recipients.map((name) => `tells ${name}`),
    ...services.flatMap(({ id, data: sent }) => [id, ...sent.map((item) => `${id} ${item}`)]),
    ...upTo(VISITORS, visitors).map((word) => `links ${word}`),
    ...queryParameters.map((name) => `reads ${name}`),
  ];
}

describe('L-28 a policy in force', () => {
  it('asks again exactly if it takes more of anything than was asked', () => {
    fc.assert(
      fc.property(terms, terms, (one, other) => {
        const before = deeds(one);
        const isMore = deeds(other).some((deed) => !before.includes(deed));
        expect(isAskedAgain(withSocial(one), withSocial(other))).toBe(isMore);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['another controller', { controller: { name: 'New Owner' } }, true],
    ['another processor', { processor: { name: 'Other' } }, true],
    ['an IP address that is kept', { ip: 'kept' as const }, true],
    ['an IP address that is dropped as before', { ip: 'dropped' as const }, false],
  ])('asks again for %s: %#', (_what, change, isAsked) => {
    expect(isAskedAgain(POLICY, { ...POLICY, ...change })).toBe(isAsked);
  });

  it('asks again for another service, whatever it takes', () => {
    const services = [{ id: 'maps', hosts: [], data: [] }];
    expect(isAskedAgain(withSocial({ services: [] }), withSocial({ services }))).toBe(true);
  });

  it('asks for what ran unasked until now', () => {
    const before = withSocial({ basis: 'necessary' });
    expect(isAskedAgain(before, POLICY)).toBe(true);
  });

  it('asks nobody again whose IP address is handled with more care', () => {
    for (const [index, ip] of IP.entries()) {
      for (const [other, now] of IP.entries()) {
        const isAsked = isAskedAgain({ ...POLICY, ip }, { ...POLICY, ip: now });
        expect(isAsked).toBe(other > index);
      }
    }
  });

  it.each([
    ['P12M', 'P1Y', false],
    ['P1Y', 'P365D', false],
    ['P31D', 'P1M', false],
    ['P30D', 'P1M', true],
    ['P1M', 'P30D', true],
    ['P1M', 'P4W', false],
    ['for ever', 'P1D', true],
  ])('asks again where %s become %s, if that can be longer', (before, now, isAsked) => {
    expect(isAskedAgain(withSocial({ retention: before }), withSocial({ retention: now }))).toBe(
      isAsked,
    );
  });

  it('F-11 asks again where what was asked cannot be read', () => {
    const { purposes, ...rest } = termsOf(POLICY);
    for (const social of [{ basis: 'consent' }, null, 'all', { ...purposes['social'], data: 7 }]) {
      const asked = { ...rest, purposes: { ...purposes, social } };
      const record = { asked } as unknown as ConsentRecord;
      const now = lent(withSocial({ data: ['ip'] }));
      expect(pendingPurposes(record, now)).toContain('social');
    }
  });

  it('without what the check lends asks again for less too', () => {
    const record = { asked: termsOf(POLICY) } as ConsentRecord;
    expect(pendingPurposes(record, withSocial({ data: ['ip'] }))).toEqual(['social']);
  });

  it('L-32 asks again only if there is something to name', () => {
    fc.assert(
      fc.property(terms, terms, (one, other) => {
        const [before, now] = [withSocial(one), withSocial(other)];
        expect(
          isAskedAgain(before, now) && !changesOf(termsOf(before), termsOf(now), 'social')[0],
        ).toBe(false);
      }),
    );
  });
});
