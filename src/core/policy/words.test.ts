import { expect, it } from 'vitest';
import details from '../../policies/social9/details.json' with { type: 'json' };
import words from '../../policies/social9/en.json' with { type: 'json' };
import { forms } from '../../policies/social9/forms.ts';
import { social9 } from '../../policies/social9/policy.ts';
import terms from '../../policies/social9/terms.json' with { type: 'json' };
import { checkSettings } from '../settings/check-settings.ts';
import { NEEDS } from '../telemetry/attributes.ts';
import type { PolicyTerms } from './policy.ts';
import { namesIn, wordedPolicy } from './worded.ts';
import { type PolicyDetails, wholePolicy } from './words.ts';

const TERMS = terms as PolicyTerms;

it('makes the default policy whole from its parts, and changes none of them', () => {
  const before = JSON.stringify([terms, words, details]);
  const { collections, dataItems } = forms;
  const whole = wholePolicy(TERMS, words, details as PolicyDetails);
  expect({ ...whole, collections, dataItems: { ...whole.dataItems, ...dataItems } }).toEqual(
    social9,
  );
  expect(JSON.stringify([terms, words, details])).toBe(before);
});

it('what the banner says is the same as the whole says, and no more than it needs', () => {
  const { ip } = words.dataItems;
  const worded = wordedPolicy(TERMS, { purposes: words.purposes, dataItems: { ip } });
  const purposes = social9.purposes.map(({ name, aim, why }) => ({ name, aim, why }));
  expect(worded.purposes).toMatchObject(purposes);
  expect(worded.dataItems).toEqual({ ip });
  expect(worded).not.toHaveProperty('rights');
});

it('every id of the terms has its words, and every word an id', () => {
  const services = TERMS.purposes.flatMap((purpose) => purpose.services);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  expect(Object.keys(words.purposes).sort()).toEqual(ids(TERMS.purposes));
  expect(Object.keys(words.services).sort()).toEqual(ids(services));
  const taken = new Set(TERMS.purposes.flatMap(({ data }) => data));
  expect(new Set(Object.keys(words.dataItems))).toEqual(taken);
});

it('keeps what a Customer wrote, and leaves out what a Customer dropped', () => {
  const [necessary, analytics] = TERMS.purposes;
  const mine = {
    ...TERMS,
    purposes: [necessary, { ...analytics, why: 'My words.' }],
    dataItems: { ip: { retention: 'P1M' }, shoe: { name: 'Size of your shoe' } },
  } as PolicyTerms;
  const { purposes, dataItems } = wholePolicy(mine, words);
  expect(purposes.map(({ id }) => id)).toEqual(['necessary', 'analytics']);
  expect(purposes[1]).toMatchObject({ name: 'Visit statistics', why: 'My words.' });
  expect(purposes[1]).toMatchObject({ aim: 'To count visits' });
  expect(dataItems['ip']).toEqual({ name: 'IP address', short: 'IP', retention: 'P1M' });
  expect(dataItems['shoe']).toEqual({ name: 'Size of your shoe' });
});

it('a name that is the Customer’s own brings no short word of ours', () => {
  const [necessary, analytics] = TERMS.purposes;
  const mine = {
    ...TERMS,
    purposes: [necessary, { ...analytics, name: 'Prices for you' }],
    dataItems: { ip: { name: 'Your address' } },
  } as PolicyTerms;
  const { purposes, dataItems } = wholePolicy(mine, words);
  expect(purposes[1]).not.toHaveProperty('aim');
  expect(dataItems['ip']).toEqual({ name: 'Your address' });
});

it('an id without words stands for itself, whatever objects are born with', () => {
  const [necessary] = TERMS.purposes;
  const mine = {
    ...TERMS,
    purposes: [
      { ...necessary, id: 'toString', services: [{ id: 'constructor', hosts: [], data: [] }] },
    ],
  } as unknown as PolicyTerms;
  const [purpose] = wholePolicy(mine, words).purposes;
  expect(purpose).toMatchObject({ name: 'toString', why: '' });
  expect(purpose?.services[0]?.name).toBe('constructor');
  const called = namesIn(mine, words);
  expect(called.service('constructor')).toBe('constructor');
  expect(called.dataItem('__proto__')).toBe('__proto__');
});

it('names a service, and a data item in short, as the policy in force does', () => {
  const called = namesIn(TERMS, words);
  expect(called.service('youtube')).toBe('YouTube (Google)');
  expect(called.dataItem('ip')).toBe('IP');
});

it('the default policy is accepted by its own rules', () => {
  const policy = { ...social9, controller: { name: 'The Site' } };
  expect(checkSettings({ policy }, { ...TERMS, purposes: [] }).faults).toEqual([]);
});

it('L-01 L-02 the default policy never says anonymous, non-personal, or that use is consent', () => {
  expect(JSON.stringify(social9)).not.toMatch(/anonym|non-personal|by using|\bmay\b|\bmight\b|!/i);
});

it('declares no data item of a visit that is never sent', () => {
  const sent: readonly string[] = ['ip', ...Object.values(NEEDS)];
  const declared = social9.purposes.find(({ id }) => id === 'analytics')?.data ?? [];
  expect(declared.filter((item) => !sent.includes(item))).toEqual([]);
  expect(declared).toContain('time-on-page');
});
