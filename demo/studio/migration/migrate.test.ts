// Six widgets' configurations become policies the widget has no fault in, and what was left is listed.
import { expect, test } from 'vitest';
import { FIRST, settingsInForce } from '../model/design.ts';
import { migrate } from './migrate.ts';

const CONFIGS: Readonly<Record<string, string>> = {
  'vanilla-cookieconsent': `CookieConsent.run({
    guiOptions: { consentModal: { layout: 'box' } },
    onConsent: () => alert(1),
    categories: {
      necessary: { enabled: true, readOnly: true },
      analytics: { autoClear: { cookies: [{ name: /^_ga/ }, { name: '_gid' }] }, services: { ga: { label: 'GA' } } },
      ads: { services: { nobody: {} } },
    },
    language: { default: 'en', translations: { en: { preferencesModal: { sections: [
      { title: 'Counting <b>visits</b>', description: 'We count.', linkedCategory: 'analytics' } ] } } } },
  });`,
  Klaro: `var klaroConfig = { version: 1, elementID: 'klaro', services: [
    { name: 'youtube', title: 'YouTube', purposes: ['media'] },
    { name: 'matomo', purposes: ['analytics'], cookies: [/^_pk_.*$/] },
    { name: 'session', purposes: ['essential'], required: true } ],
    translations: { en: { purposes: { analytics: { title: 'Statistics' } }, privacyPolicyUrl: '/privacy' } } };`,
  Cookiebot: `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="0" data-blockingmode="auto"></script>`,
  CookieYes: `{ "categories": [ { "slug": "necessary", "name": "Necessary" },
    { "slug": "analytics", "name": "Analytics", "description": "<p>Counts.</p>", "cookies": [ { "cookie_id": "_ga" } ] } ] }`,
  OneTrust: `{ "DomainData": { "Language": {}, "Groups": [
    { "CustomGroupId": "C0001", "GroupName": "Strictly Necessary Cookies" },
    { "CustomGroupId": "C0002", "GroupName": "Performance Cookies", "GroupDescription": "They count.", "FirstPartyCookies": [ { "Name": "_ga" } ] },
    { "CustomGroupId": "C0004", "GroupName": "Targeting Cookies" } ] } }`,
  tarteaucitron: `tarteaucitron.init({ "privacyUrl": "/privacy", "orientation": "middle" });
    tarteaucitron.user.gtagUa = 'G-X'; (tarteaucitron.job = tarteaucitron.job || []).push('youtube');`,
};

const over = (policy: ReturnType<typeof migrate>['policy']) => ({
  policy: {
    ...FIRST.settings.policy,
    ...policy,
    controller: { ...FIRST.settings.policy.controller, ...policy.controller },
  },
});

test.for(Object.entries(CONFIGS))(
  '%s: the policy has no fault, and something is always left',
  ([name, text]) => {
    const { from, policy, left, fault } = migrate(text);
    expect([from, fault]).toEqual([name, '']);
    expect(settingsInForce(over(policy)).faults).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
  },
);

test('names, reasons, cookies and services come along; what is not known is listed', () => {
  const { policy, left } = migrate(CONFIGS['vanilla-cookieconsent'] ?? '');
  expect(policy.purposes).toMatchObject([
    {
      id: 'analytics',
      name: 'Counting visits',
      why: 'We count.',
      cookies: [{ name: '_ga*' }, { name: '_gid' }],
      services: ['google-analytics'],
    },
    { id: 'ads' },
    { id: 'social', drop: true },
  ]);
  expect(left.join('\n')).toMatch(/nobody[^]*guiOptions[^]*onConsent \(a script\)/);
});

test('what is asked for unasked elsewhere is not made to run unasked here', () => {
  const { purposes } = settingsInForce(over(migrate(CONFIGS['Klaro'] ?? '').policy)).settings
    .policy;
  expect(purposes.filter(({ basis }) => basis === 'necessary').map(({ id }) => id)).toEqual([
    'necessary',
  ]);
});

test.for([
  ['hello', 'expected a configuration of'],
  ['tarteaucitron.init({ a: ', 'line 1: expected'],
  ['{ "categories": {} }', 'at least one category'],
])('%s is refused by name', ([text = '', why = '']) => {
  const { fault, policy } = migrate(text);
  expect(fault).toContain(why);
  expect(policy).toEqual({});
});
