import { expect, it } from 'vitest';
import { partsOf } from '../../build/policy-parts.ts';
import social9 from '../policies/social9.json' with { type: 'json' };
import { checkSettings } from './check-settings.ts';
import type { Policy } from './policy.ts';
import { translated, withWords } from './words.ts';

const whole = social9 as unknown as Policy;
const { terms, notice, panel } = partsOf(whole);

it('makes the default policy whole again from its parts', () => {
  const again = withWords(withWords(terms, notice), panel);
  expect({ ...again, controller: whole.controller }).toEqual(whole);
});

it('does not change the parts it is made of', () => {
  const before = JSON.stringify([terms, notice]);
  translated(withWords(terms, notice), { 'purposes.analytics.why': 'x' });
  expect(JSON.stringify([terms, notice])).toBe(before);
});

it('L-24 puts a translation in place of the words at each path it knows', () => {
  const { purposes, dataItems } = translated(withWords(terms, notice), {
    'purposes.analytics.name': 'Statistik',
    'dataItems.ip.name': 'IP-Adresse',
    'purposes.unknown.name': 'x',
    'constructor.prototype.polluted': 'x',
  });
  expect(purposes.find(({ id }) => id === 'analytics')?.name).toBe('Statistik');
  expect(dataItems['ip']?.name).toBe('IP-Adresse');
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

it('keeps what a Customer wrote, and leaves out what a Customer dropped', () => {
  const [necessary, analytics] = terms.purposes;
  const mine = {
    ...terms,
    purposes: [necessary, { ...analytics, why: 'My words.' }],
  } as typeof terms;
  const { purposes } = withWords(mine, notice);
  expect(purposes.map(({ id }) => id)).toEqual(['necessary', 'analytics']);
  expect(purposes[1]).toMatchObject({ name: 'Visit statistics', why: 'My words.' });
});

it('the default policy is accepted by its own rules', () => {
  const policy = { ...whole, controller: { name: 'The Site' } };
  expect(checkSettings({ policy }, { ...terms, purposes: [] }).faults).toEqual([]);
});

it('L-01 L-02 the default policy never says anonymous, non-personal, or that use is consent', () => {
  expect(JSON.stringify(whole)).not.toMatch(/anonym|non-personal|by using|\bmay\b|\bmight\b|!/i);
});
