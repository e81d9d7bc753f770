// A draft holds what its switches show, and nothing else.
import { expect, test } from 'vitest';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { draftOf, turnPurpose, turnService } from './draft.ts';

const purpose = (id: string, basis: 'necessary' | 'consent', ...services: string[]) => ({
  id,
  basis,
  data: [],
  recipients: [],
  retention: 'P1M',
  services: services.map((service) => ({ id: service, hosts: [], data: [] })),
});

const policy: PolicyTerms = {
  id: 'test',
  version: '1',
  ip: 'dropped',
  controller: { name: 'A' },
  processor: { name: 'B' },
  purposes: [
    purpose('necessary', 'necessary'),
    purpose('analytics', 'consent'),
    purpose('social', 'consent', 'video', 'maps'),
  ],
};

const none = { purposes: {}, services: {} };
const start = draftOf(policy, none);

/** Ids that are on, `necessary` left out. */
const on = ({ purposes, services }: typeof start) =>
  [...Object.entries(purposes), ...Object.entries(services)]
    .filter(([id, isOn]) => isOn && id !== 'necessary')
    .map(([id]) => id);

test('L-12 everything optional starts off, what is necessary on', () => {
  expect(start).toEqual({
    purposes: { necessary: true, analytics: false, social: false },
    services: { video: false, maps: false },
  });
});

test('what is granted now starts on; what the policy no longer names is gone', () => {
  const granted = { purposes: { analytics: true, gone: true }, services: { maps: true } };
  const draft = draftOf(policy, granted);
  expect(on(draft)).toEqual(['analytics', 'maps']);
  expect(draft.purposes).not.toHaveProperty('gone');
});

test('a purpose takes its services along, on and off', () => {
  const all = turnPurpose(policy, start, 'social', true);
  expect(on(all)).toEqual(['social', 'video', 'maps']);
  expect(on(turnPurpose(policy, all, 'social', false))).toEqual([]);
});

test('a service can be on alone', () => {
  expect(on(turnService(policy, start, 'maps', true))).toEqual(['maps']);
});

test('a purpose is off without its last service, not before', () => {
  const all = turnPurpose(policy, start, 'social', true);
  const one = turnService(policy, all, 'video', false);
  expect(on(one)).toEqual(['social', 'maps']);
  expect(on(turnService(policy, one, 'maps', false))).toEqual([]);
});

test('what is necessary cannot be turned off', () => {
  expect(turnPurpose(policy, start, 'necessary', false).purposes['necessary']).toBe(true);
});

test('a turn leaves the draft it started from alone', () => {
  turnPurpose(policy, start, 'social', true);
  expect(on(start)).toEqual([]);
});
