// Each language is whole and speaks in its own signs, and the guard would notice where one does not.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as en from '../src/locales/en.ts';
import policy from '../src/policies/social9/en.json' with { type: 'json' };
import collections from '../src/policies/social9/forms.en.json' with { type: 'json' };
import { SIGNS } from './language-signs.ts';
import { bannerLength, faultsOf, type Words } from './languages.ts';
import { read } from './project-files.ts';

const ENGLISH = { ...en, policy, collections } as unknown as Words;

const NAMES = readdirSync(new URL('../src/locales', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

const wordsOf = (name: string): Words => JSON.parse(read(`src/locales/${name}.json`));

test.for(NAMES)('L-24 L-23 L-14 L-01 %s is whole and plain, and in its own signs', (name) => {
  expect(faultsOf(name, wordsOf(name), ENGLISH)).toEqual([]);
});

test('every language has signs to look for, and no other has', () => {
  expect(Object.keys(SIGNS).sort()).toEqual(expect.arrayContaining(['en', ...NAMES].sort()));
});

test('English keeps the same rules', () => {
  const own = faultsOf('en', ENGLISH, ENGLISH).filter((fault) => !fault.includes('is English'));
  expect(own).toEqual([]);
});

test.for(NAMES)('%s does not take half as much room again on the banner as English', (name) => {
  expect(bannerLength(wordsOf(name)) / bannerLength(ENGLISH)).toBeLessThan(1.4);
});

/** French with one value put in the place of another, by its path. */
function altered(path: string, change: (value: string) => unknown): Words {
  const words = structuredClone(wordsOf('fr')) as unknown as Record<string, unknown>;
  const keys = path.split('/');
  const last = keys.pop() as string;
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, words);
  const value = change(parent[last] as string);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return words as unknown as Words;
}

test.for<[path: string, change: (value: string) => unknown, fault: string]>([
  ['banner/lead', () => undefined, 'banner.lead: missing'],
  ['banner/lead', () => ' ', 'banner.lead: missing'],
  ['data', () => undefined, 'data.title: missing'],
  ['banner/extra', () => 'Plus', 'banner.extra: is no member of English'],
  ['banner/privacy', () => 'Privacy policy', 'banner.privacy: is English'],
  ['banner/title', () => 'Votre consentement', 'banner.title: has the slots none for {controller}'],
  ['data/to', (text) => text.replace('{host}', '{hôte}'), 'data.to: has the slots'],
  ['grammar/units/M/one', () => undefined, 'grammar.units.M.one: missing'],
  ['grammar/units/M/few', () => '# mois', 'grammar.units.M.few: no number is few here'],
  ['grammar/units/M/other', () => 'mois', 'grammar.units.M.other: needs one #'],
  ['grammar/sentence/0', () => ' & ', 'grammar.sentence: [" & "'],
  ['grammar/items/1', () => ' ', 'grammar.items: [" et "," "'],
  ['lang', () => 'fr-fr', 'lang: is fr-fr in a file that is called fr'],
  ['lang', () => 'fr-fr', 'lang: fr-fr is not written canonically'],
  ['dir', () => 'rtl', 'dir: is rtl, and has to be ltr'],
  ['control/open', () => 'Vie privée', 'preferences.place: does not quote control.open'],
  ['control/open', () => 'Vie privée', 'control.optedOut: does not name Vie privée'],
  ['data/title', () => 'Mes données', 'forms.withdraw: does not quote data.title'],
  ['forms/data', () => 'Mes données', 'forms.data: is not called Vos données'],
  ['actions/accept', () => 'OK', 'actions: accept and reject have 2 and 12 letters'],
  ['banner/privacy', (text) => `${text} !`, 'banner.privacy: exclaims'],
  ['forms/why', () => 'Peut-être', 'forms.why: says “Peut-être”'],
  ['facts/data', () => 'Données anonymes', 'facts.data: says “anonym”'],
  ['facts/controller', () => "l'éditeur", 'facts.controller: has a straight quotation mark'],
  ['facts/data', () => 'Données ', 'facts.data: has a space too many'],
  ['facts/data', () => 'Données\u200b', 'facts.data: has an invisible sign'],
  ['facts/data', () => 'Donne\u0301es', 'facts.data: is not in the form NFC'],
  ['facts/data', () => 'Dоnnées', 'facts.data: has letters of two scripts'],
  ['data/to', () => 'À {host}: {outcome}', 'data.to: has a sign of punctuation that is not spaced'],
  ['data/quiet', () => 'Rien', 'data.quiet: ends otherwise than English: a full stop'],
  ['facts/data', () => 'Données.', 'facts.data: ends otherwise than English: a full stop'],
  ['remains/stored', () => 'Reste', 'remains.stored: ends otherwise than English: a colon'],
  ['facts/data', () => 'Données\u202f:', 'facts.data: ends otherwise than English: a colon'],
])('%s altered: %s %s', ([path, change, fault]) => {
  expect(faultsOf('fr', altered(path, change), ENGLISH).join('\n')).toContain(fault);
});

test('a date that ends in a full stop has no second one after it', () => {
  const words = { ...wordsOf('fr'), lang: 'hu' };
  expect(faultsOf('hu', words, ENGLISH).join('\n')).toContain('ends in two full stops');
});
