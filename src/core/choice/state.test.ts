import { expect, it } from 'vitest';
import { fakeWorld } from '../fakes.ts';
import type { ConsentRecord } from './choice.ts';
import { answerOf, SETTINGS } from './fakes.ts';
import { keep } from './keep/keep.ts';
import { stateOf } from './state.ts';

const GRANTS = { purposes: { necessary: true, social: true }, services: { film: true } };
const OUTSIDE = {
  decided: true,
  policyVersion: '2026-03-01',
  signals: { gpc: true },
  storage: 'indexeddb',
} as const;

it('tells of a record who decided what, when and how long it counts', async () => {
  const [record] = await keep(answerOf(['social', 'film']), SETTINGS, fakeWorld().keeping);
  const { recordId, decidedAt, expiresAt } = record as ConsentRecord;
  const state = stateOf(record as ConsentRecord, GRANTS, OUTSIDE);
  expect(state).toEqual({
    ...OUTSIDE,
    ...GRANTS,
    recordId,
    decidedAt,
    expiresAt,
    source: 'custom',
  });
});

it('tells of no record that there is none', () => {
  expect(stateOf(null, GRANTS, { ...OUTSIDE, decided: false })).toMatchObject({
    decided: false,
    recordId: null,
    decidedAt: null,
    expiresAt: null,
    source: null,
  });
});

it.each(['purposes', 'services', 'signals'] as const)(
  'F-43 L-43 is frozen, its %s too: a script that writes in it changes nothing',
  (member) => {
    const state = stateOf(null, GRANTS, OUTSIDE);
    expect(state).toSatisfy(Object.isFrozen);
    expect(state[member]).toSatisfy(Object.isFrozen);
  },
);

it('is a copy: what is granted later does not show in it, and freezing it freezes nothing else', () => {
  const grants = { purposes: { social: false }, services: { film: false } };
  const state = stateOf(null, grants, OUTSIDE);
  grants.purposes.social = grants.services.film = true;
  expect(state).toMatchObject({ purposes: { social: false }, services: { film: false } });
});
