// The short way: what a tag with scalars only may say without the full check.
import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { DEFAULTS, OPTIONS, partyOf, plainSettings, type Scalars } from './settings.ts';

const plain = (scalars: Scalars) => plainSettings(scalars, POLICY, 'site.example');

describe('a plain tag', () => {
  it('that says nothing has every default, and the default policy under the name of its host', () => {
    expect(plain({})).toEqual({
      ...DEFAULTS,
      policy: { ...POLICY, controller: { name: 'site.example' } },
    });
  });

  it.each(
    Object.entries(OPTIONS).flatMap(([name, words]) => words.map((word) => [name, word] as const)),
  )('may say %s %s', (name, word) => {
    expect(plain({ [name]: word })).toHaveProperty(name, word);
  });

  it('the first word of each option is its default', () => {
    for (const [name, [first]] of Object.entries(OPTIONS)) {
      expect(DEFAULTS).toHaveProperty(name, first);
    }
  });

  it.each([
    ['lang', 'de-AT'],
    ['endpoint', 'https://collector.example/v1/logs'],
    ['endpoint', 'http://localhost:4318/v1/logs'],
    ['endpoint', '/v1/logs'],
    ['endpoint', './logs'],
    ['endpoint', '../logs'],
  ])('may say %s %s', (name, value) => {
    expect(plain({ [name]: value })).toHaveProperty(name, value);
  });

  it.each(['Ærø Ødegård', '株式会社', 'A & B', '24 Hours'])('may be of %s', (controller) => {
    expect(plain({ controller })?.policy.controller.name).toBe(controller);
  });

  it('may say who asks', () => {
    const controller = { name: 'Harbour Post', contact: 'post@harbour.example' };
    const scalars = { controller: controller.name, contact: controller.contact };
    expect(plain({ ...scalars, privacyUrl: '/privacy' })?.policy.controller).toEqual({
      ...controller,
      privacyUrl: '/privacy',
    });
  });
});

describe('a tag that is not plain', () => {
  it.each<Scalars>([
    { layout: 'popup' },
    { layout: '' },
    { layout: 'bar box' },
    { theme: 'bar' },
    { control: 'none' },
    { lang: '' },
    { controller: ' ' },
    { contact: '' },
    { endpoint: '' },
    { endpoint: '//collector.example/v1/logs' },
    { endpoint: 'collector.example' },
    { endpoint: '/v1 /logs' },
    { privacyUrl: 'mailto:me@site.example' },
    { endpoint: 'https://collector.example' },
    { endpoint: 'https://me:word@collector.example/v1/logs' },
    { privacyUrl: '/\\evil.example' },
    { privacyUrl: '//evil.example' },
    { privacyUrl: 'https:\\\\evil.example/' },
    { privacyUrl: '#privacy' },
    { privacyUrl: '/a\u202eb' },
    { contact: 'javascript:alert(1)//@x' },
    { contact: 'a@b.example\nb' },
    { controller: '\u200b' },
    { controller: '\u3164' },
    { controller: 'A\u202eB' },
    { controller: 'A\u0000B' },
    { lang: 'the one of the page' },
    { lang: '-' },
    { lang: 'de_AT' },
    { endpoint: undefined },
    { layout: undefined },
  ])('F-42 has a word that does not fit: %j', (scalars) => {
    expect(plain(scalars)).toBeNull();
  });

  it.each(['config', 'watch'])('says what only the full check reads: %s', (name) => {
    expect(plain({ [name]: '' })).toBeNull();
    expect(plain({ layout: 'box', lang: 'en', [name]: '/x' })).toBeNull();
  });
});

describe('what else stands on a tag', () => {
  it.each([
    'cfasync',
    'noOptimize',
    'turboTrack',
    'rocketSrc',
    'wpStrategy',
    'Layout',
    'mirror',
    'proofEndpoint',
    'validFor',
    'policy',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__proto__',
  ])('F-41 costs nothing and changes nothing: %s', (name) => {
    const scalars = JSON.parse(`{"lang":"en",${JSON.stringify(name)}:"bar"}`) as Scalars;
    expect(Object.keys(scalars)).toEqual(['lang', name]);
    expect(plain(scalars)).toEqual(plain({ lang: 'en' }));
  });
});

it('the name of who asks is the one that was given, else the host, and never an empty text', () => {
  expect(partyOf({ controller: 'Me' }, 'site.example').name).toBe('Me');
  expect(partyOf({ controller: '' }, 'site.example').name).toBe('site.example');
  expect(partyOf({}, undefined).name).toBeUndefined();
});
