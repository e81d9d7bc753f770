import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeWorld } from '../fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  grantsBy,
  grantsOf,
  inBoth,
  pendingPurposes,
  recordInForce,
} from './choice.ts';
import { answerOf, NOON_MS, POLICY, SETTINGS } from './fakes.ts';
import { keep } from './keep/keep.ts';

const ORIGIN = 'https://site.example';
const DAY_MS = 86_400_000;
const NO_SIGNALS = { gpc: false };

async function recordOf(
  given: readonly string[] | Answer,
  settings = SETTINGS,
): Promise<ConsentRecord> {
  const { keeping } = fakeWorld();
  const answer = 'source' in given ? given : answerOf(given);
  const history = await keep(answer, settings, keeping);
  return history[0] as ConsentRecord;
}

const inForce = (record: unknown, nowMs = NOON_MS) =>
  recordInForce([record], POLICY, ORIGIN, nowMs);

describe('a record', () => {
  it('L-26 holds what the contract lists, and nothing of the visit', async () => {
    const record = await recordOf(['analytics']);
    expect(Object.keys(record).sort()).toEqual([
      'asked',
      'build',
      'decidedAt',
      'expiresAt',
      'hash',
      'input',
      'language',
      'origin',
      'policyHash',
      'policyId',
      'policyVersion',
      'previous',
      'purposes',
      'recordId',
      'services',
      'shape',
      'signals',
      'source',
      'subjectId',
      'textHash',
    ]);
  });

  it('L-28 counts as long for no as for yes, by default', async () => {
    const [yes, no] = [await recordOf(['analytics']), await recordOf([])];
    expect(yes.expiresAt).toBe(no.expiresAt);
    const longer = { ...SETTINGS, validFor: { granted: 'P1M', denied: 'P1Y' } };
    expect((await recordOf([], longer)).expiresAt).toBeGreaterThan(
      (await recordOf(['film'], longer)).expiresAt,
    );
  });

  it.each([
    ['another shape', { shape: 99 }],
    ['another site', { origin: 'https://other.example' }],
    ['another policy', { policyId: 'other' }],
    ['no end', { expiresAt: Number.NaN }],
    ['no beginning', { decidedAt: Number.NaN }],
    ['broken answers', { purposes: 'all' }],
    ['no services', { services: null }],
    ['nothing asked', { asked: undefined }],
    ['nothing asked inside', { asked: { purposes: 1 } }],
  ])('F-11 F-49 with %s is no choice', async (_name, change) => {
    const record = await recordOf(['analytics']);
    expect(inForce(record)).toBe(record);
    expect(inForce({ ...record, ...change })).toBeNull();
  });

  it('F-30 counts a day before it was made, for clocks are wrong, and no earlier', async () => {
    const record = await recordOf(['analytics']);
    expect(inForce(record, NOON_MS - DAY_MS)).toBe(record);
    expect(inForce(record, NOON_MS - DAY_MS - 1)).toBeNull();
  });

  it.each(['no', 1, {}, [false]])('F-11 that answers %j grants nothing by it', async (answer) => {
    const record = await recordOf([]);
    const lies = { analytics: answer, social: answer, film: answer };
    const forged = { ...record, purposes: lies, services: lies } as unknown as ConsentRecord;
    expect(grantsOf(forged, POLICY, NO_SIGNALS)).toEqual(grantsBy(POLICY, () => false));
  });

  it('F-11 made of anything grants nothing and breaks nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (junk) => {
        const record = inForce(junk);
        expect(grantsOf(record, POLICY, NO_SIGNALS).purposes['analytics']).toBe(false);
      }),
    );
  });

  it('F-11 with junk in a member grants nothing more', async () => {
    const whole = await recordOf([]);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.anything(), (key, junk) => {
        if (key === 'purposes' && (junk as ConsentRecord['purposes'])?.['analytics'] === true)
          return;
        const record = inForce({ ...whole, [key]: junk });
        expect(grantsOf(record, POLICY, NO_SIGNALS).purposes['analytics']).toBe(false);
      }),
    );
  });
});

describe('grants', () => {
  const IDS = ['analytics', 'social', 'film', 'pins'];

  it('L-20 are exactly the subset that was chosen', async () => {
    for (let bits = 0; bits < 1 << IDS.length; bits++) {
      const chosen = IDS.filter((_, index) => bits & (1 << index));
      const { purposes, services } = grantsOf(await recordOf(chosen), POLICY, NO_SIGNALS);
      const granted = Object.entries({ ...purposes, ...services }).filter(([, value]) => value);
      expect(granted.map(([id]) => id).sort()).toEqual(['necessary', ...chosen].sort());
    }
  });

  it('are the smaller of two where only both count', () => {
    const all = grantsBy(POLICY, () => true);
    const none = grantsBy(POLICY, () => false);
    expect(inBoth(POLICY, all, none)).toEqual(none);
    expect(asksForMore(all, none)).toBe(true);
    expect(asksForMore(none, all)).toBe(false);
    expect(none.purposes['necessary']).toBe(true);
  });
});

it('L-28 what ran unasked, and was on when all was refused, is asked for before it runs on', async () => {
  const unasked = { ...POLICY.purposes[1], id: 'tests', basis: 'necessary' } as PurposeTerms;
  const withTests = (basis: 'necessary' | 'consent') => ({
    ...POLICY,
    purposes: [...POLICY.purposes, { ...unasked, basis }],
  });
  const refusal = answerOf([], 'reject-all');
  const all = { ...refusal, purposes: { ...refusal.purposes, tests: true } };
  const record = await recordOf(all, { ...SETTINGS, policy: withTests('necessary') });
  expect(pendingPurposes(record, withTests('consent'))).toEqual(['tests']);
  expect(grantsOf(record, withTests('consent'), NO_SIGNALS).purposes['tests']).toBe(false);
  expect(grantsOf(record, withTests('necessary'), NO_SIGNALS).purposes['tests']).toBe(true);
});

describe('what is pending', () => {
  it('is everything on a first visit, but what is necessary', () => {
    expect(pendingPurposes(null, POLICY)).toEqual(['analytics', 'social']);
  });

  it.each([
    ['a new recipient', { recipients: ['Film House', 'Ad House'] }, ['social']],
    ['a longer retention', { retention: 'P5Y' }, ['social']],
    ['a new data item', { data: ['ip', 'page', 'os'] }, ['social']],
    ['a new service', { services: [{ id: 'new', hosts: [], data: [] }] }, ['social']],
    ['the same in another order', { data: ['page', 'ip'] }, []],
  ])('L-28 after %s', async (_what, change, expected) => {
    const record = await recordOf(['analytics', 'social']);
    const purposes = POLICY.purposes.map((p) => (p.id === 'social' ? { ...p, ...change } : p));
    expect(pendingPurposes(record, { ...POLICY, purposes })).toEqual(expected);
  });

  it('L-28 is nothing after other words, addresses and hosts', async () => {
    const record = await recordOf(['analytics']);
    const purposes = POLICY.purposes.map((purpose) => ({
      ...purpose,
      name: 'Another name',
      why: 'Another reason',
      services: purpose.services.map((service) => ({
        ...service,
        name: 'Another name',
        hosts: ['other.example'],
      })),
    }));
    const party = { contact: 'other@site.example', address: 'Other Street', privacyUrl: '/other' };
    const [controller, processor] = [
      { ...POLICY.controller, ...party },
      { ...POLICY.processor, ...party },
    ];
    const now = { ...POLICY, version: 'next', purposes, controller, processor };
    expect(pendingPurposes(record, now)).toEqual([]);
  });

  it('L-28 is not granted, nor any service in it', async () => {
    const record = await recordOf(['analytics', 'social', 'film', 'pins']);
    const purposes = POLICY.purposes.map((p) =>
      p.id === 'social' ? { ...p, retention: 'P5Y' } : p,
    );
    expect(grantsOf(record, { ...POLICY, purposes }, NO_SIGNALS)).toEqual({
      purposes: { necessary: true, analytics: true, social: false },
      services: { film: false, pins: false },
    });
  });

  it.each([
    { ip: 'kept' as const },
    { controller: { name: 'New Owner' } },
    { processor: { name: 'Other' } },
  ])('L-28 is everything after %j', async (change) => {
    const record = await recordOf(['analytics']);
    expect(pendingPurposes(record, { ...POLICY, ...change })).toEqual(['analytics', 'social']);
  });
});
