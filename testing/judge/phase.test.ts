import { expect, it, test } from 'vitest';
import { stateOf } from '../fakes.ts';
import { type Grants, grantedIds, necessaryIn, phaseOf } from './phase.ts';

const necessary = new Set(['necessary']);
const nameOf = (state: Grants): string => phaseOf(state, necessary).name;

test.each([
  ['accept-all', 'after accept'],
  ['reject-all', 'after reject'],
  ['withdraw', 'after withdrawal'],
  ['signal', "under the browser's signal"],
  ['expired', 'after the choice expired'],
  ['custom', 'after choosing analytics, service:films'],
  ['site', 'after choosing analytics, service:films'],
  [null, 'before the choice'],
] as const)('a choice that came about by %s is called: %s', (source, name) => {
  expect(nameOf(stateOf(source, 'analytics', 'service:films'))).toBe(name);
});

it('is silent when nothing but what is necessary is granted', () => {
  expect(phaseOf(stateOf('reject-all'), necessary).isSilent).toBe(true);
  expect(phaseOf(stateOf('custom', 'social'), necessary).isSilent).toBe(false);
  expect(phaseOf(stateOf('custom', 'service:films'), necessary).isSilent).toBe(false);
  expect(phaseOf(stateOf('custom', 'social'), new Set(['necessary', 'social'])).isSilent).toBe(
    true,
  );
});

it('is called after choosing nothing where a person switched everything off', () => {
  expect(nameOf(stateOf('custom'))).toBe('after choosing nothing');
});

it('writes granted ids as the contract does, and leaves out what is refused', () => {
  expect(grantedIds(stateOf('custom', 'social', 'service:films'))).toEqual([
    'necessary',
    'social',
    'service:films',
  ]);
});

it('takes for necessary what holds before a choice, and after a no', () => {
  const purposes = { necessary: true, login: true, social: false };
  const of = (source: Grants['source']) => necessaryIn({ ...stateOf(source), purposes });
  expect(of(null)).toEqual(['necessary', 'login']);
  expect(of('reject-all')).toEqual(['necessary', 'login']);
  expect(of('withdraw')).toEqual(['necessary', 'login']);
  expect(of('custom')).toEqual([]);
  expect(of('accept-all')).toEqual([]);
});
