import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { complaint } from '../fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { customAttributes } from './custom.ts';

const PURPOSE: PurposeTerms = {
  ...(POLICY.purposes[1] as PurposeTerms),
  data: ['page', 'plan', 'seats', 'trial'],
};
const said = (name: unknown, attributes: unknown = {}) =>
  customAttributes(name, attributes, PURPOSE);

describe('an event of the Customer’s own', () => {
  it('says its name, and each data item under it', () => {
    expect(said('signed up', { plan: 'pro', seats: 3, trial: false })).toEqual({
      's9.custom.name': 'signed up',
      's9.custom.plan': 'pro',
      's9.custom.seats': 3,
      's9.custom.trial': false,
    });
    expect(said('signed up')).toEqual({ 's9.custom.name': 'signed up' });
  });

  it('L-26 names the attribute whose data item is not declared', () => {
    expect(complaint(() => said('sale', { plan: 'pro', email: 'a@b.example' }))).toBe(
      'consent.track: attributes.email: expected a data item of the purpose analytics, and email is not declared there',
    );
    expect(complaint(() => said('sale', JSON.parse('{"__proto__":"x"}')))).toContain('__proto__');
  });

  it.each([undefined, null, 7, '', 'x'.repeat(65)])('has a name, which %j is none', (name) => {
    expect(complaint(() => said(name))).toBe(
      'consent.track: expected a name of 1 to 64 characters',
    );
  });

  it.each([null, 7, 'plan', ['plan']])('has attributes, which %j are none', (attributes) => {
    expect(complaint(() => said('sale', attributes))).toBe(
      'consent.track: attributes: expected an object of data items',
    );
  });

  it.each([null, undefined, {}, [], Number.NaN, Number.POSITIVE_INFINITY, '', 'x'.repeat(1025)])(
    'has values, which %j is none',
    (plan) => {
      expect(complaint(() => said('sale', { plan }))).toBe(
        'consent.track: attributes.plan: expected a text of 1 to 1024 characters, a number, true or false',
      );
    },
  );
});
