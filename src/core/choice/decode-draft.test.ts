import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termsOf } from '../policy/terms.ts';
import { decodeDraft } from './decode-draft.ts';
import type { Draft } from './draft.ts';
import { answerOf, NOON_MS, POLICY } from './fakes.ts';

const DRAFT: Draft = {
  ...answerOf([], 'withdraw'),
  shape: 1,
  policyId: 'test',
  policyVersion: '1',
  origin: 'https://site.example',
  asked: termsOf(POLICY),
  decidedAt: NOON_MS,
  expiresAt: NOON_MS + 1,
};

const NONE = {};

it('what this widget writes is taken as it is', () => {
  expect(decodeDraft(DRAFT)).toBe(DRAFT);
  const after = { ...DRAFT, after: 'a', language: null, text: null, seed: new Uint8Array(16) };
  expect(decodeDraft(after)).toBe(after);
});

it('F-11 nothing else is, and nothing throws', () => {
  fc.assert(fc.property(fc.anything(), (value) => decodeDraft(value) === undefined));
  for (const seed of [null, 7, 'a', [], new Uint8Array(15), new Uint16Array(16)]) {
    expect(decodeDraft({ ...DRAFT, seed })).toBeUndefined();
  }
  const members = Object.keys(DRAFT).filter((member) => !['language', 'text'].includes(member));
  fc.assert(
    fc.property(
      fc.constantFrom(...members),
      fc.constantFrom(undefined, null, 1n, NaN, 1.5, NONE, [], [1], { a: 1 }, () => 0),
      (member, value) => {
        // No purposes, or services, is a no to all.
        fc.pre(!(value === NONE && /^(purposes|services)$/.test(member)));
        expect(decodeDraft({ ...DRAFT, [member]: value })).toBeUndefined();
      },
    ),
  );
});
