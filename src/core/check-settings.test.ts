import { describe, expect, it } from 'vitest';
import { checkSettings, merge } from './check-settings.ts';
import { POLICY } from './fakes.ts';
import { OPTIONS, plainSettings } from './settings.ts';

const check = (given: unknown) => checkSettings(merge({ policy: POLICY }, given), POLICY);
const grantable = (given: unknown) =>
  check(given)
    .settings.policy.purposes.filter(({ basis }) => basis === 'consent')
    .map(({ id }) => id);
const paths = (given: unknown) => check(given).faults.map(({ path }) => path);

const purpose = {
  id: 'ads',
  name: 'Advertising',
  why: 'To show advertising.',
  data: ['ip'],
  basis: 'consent',
  recipients: ['Ad House'],
  retention: 'P1M',
};
const withPurpose = (change: object) => ({ policy: { purposes: [{ ...purpose, ...change }] } });

describe('merging', () => {
  it('replaces members, later wins, purposes by id', () => {
    const { settings, faults } = check({
      lang: 'de',
      policy: {
        version: 'mine',
        controller: { contact: 'me@site.example' },
        purposes: [{ id: 'analytics', retention: 'P1M' }, purpose],
      },
    });
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({ lang: 'de' });
    expect(settings.policy.version).toBe('mine');
    expect(settings.policy.controller).toMatchObject({
      name: 'The Site',
      contact: 'me@site.example',
    });
    expect(settings.policy.purposes.map(({ id }) => id)).toEqual([
      'necessary',
      'analytics',
      'social',
      'ads',
    ]);
    expect(settings.policy.purposes[1]).toMatchObject({ retention: 'P1M', basis: 'consent' });
  });

  it('drops a purpose on demand, but never the necessary one', () => {
    const drop = (id: string) => ({ policy: { purposes: [{ id, drop: true }] } });
    expect(grantable(drop('social'))).toEqual(['analytics']);
    expect(paths(drop('necessary'))).toEqual(['policy.purposes']);
    expect(grantable(drop('necessary'))).toEqual([]);
  });
});

describe('a fault', () => {
  it.each([
    ['id', 7, 'policy.purposes[0].id'],
    ['id', 'no spaces', 'policy.purposes.no spaces.id'],
    ['name', '', 'policy.purposes.ads.name'],
    ['name', undefined, 'policy.purposes.ads.name'],
    ['why', undefined, 'policy.purposes.ads.why'],
    ['data', undefined, 'policy.purposes.ads.data'],
    ['data', ['shoe-size'], 'policy.purposes.ads.data'],
    ['basis', 'legitimate-interest', 'policy.purposes.ads.basis'],
    ['basis', 'necessary', 'policy.purposes.ads.basis'],
    ['basis', undefined, 'policy.purposes.ads.basis'],
    ['recipients', undefined, 'policy.purposes.ads.recipients'],
    ['recipients', 'Ad House', 'policy.purposes.ads.recipients'],
    ['retention', undefined, 'policy.purposes.ads.retention'],
    ['retention', 'six months', 'policy.purposes.ads.retention'],
    ['retention', 'P', 'policy.purposes.ads.retention'],
    ['visitors', 'all', 'policy.purposes.ads.visitors'],
    [
      'services',
      [{ id: 'x', name: 'X', hosts: ['a b'], data: ['ip'] }],
      'policy.purposes.ads.services.x.hosts[0]',
    ],
    [
      'services',
      [{ id: 'x', hosts: ['a.example'], data: ['ip'] }],
      'policy.purposes.ads.services.x.name',
    ],
    ['services', [{ id: 'film', name: 'F', hosts: [], data: [] }], 'policy.purposes.ads'],
  ])('L-21 in %s (%j) is told as %s, and closes that purpose only', (member, value, path) => {
    const given = withPurpose({ [member]: value });
    // A list entry without an id stands behind the three of the default policy.
    expect(paths(given)).toContain(path.replace('[0].id', '[3].id'));
    expect(grantable(given)).not.toContain('ads');
    expect(grantable(given)).toContain('analytics');
  });

  it.each([
    ['policy.ip', { policy: { ip: 'hashed' } }],
    [
      'policy.processor.privacyUrl',
      { policy: { processor: { privacyUrl: 'javascript:alert(1)' } } },
    ],
    [
      'policy.controller.privacyUrl',
      { policy: { controller: { privacyUrl: 'data:text/html,x' } } },
    ],
    ['policy.controller.name', { policy: { controller: { name: 3 } } }],
    ['policy.rights.see.how', { policy: { rights: [{ id: 'see', name: 'See' }] } }],
    ['policy', { policy: [] }],
    ['validFor.granted', { validFor: { granted: 'half a year' } }],
    ['validFor.denied', { validFor: { granted: 'P6M', denied: 'P1M' } }],
    ['', []],
  ])('at %s closes everything', (path, given) => {
    expect(paths(given)).toContain(path);
    expect(grantable(given)).toEqual([]);
  });

  it.each([
    ['layout', { layout: 'popup' }],
    ['theme', { theme: 1 }],
    ['gpc', { gpc: 'ignore' }],
    ['mirror', { mirror: true }],
    ['mirror', { mirror: 'localStorage' }],
    ['watch', { watch: 'on' }],
    ['watch.own[0]', { watch: { own: ['https://cdn.example'] } }],
  ])('in %s leaves the default', (path, given) => {
    expect(paths(given)).toEqual([path]);
    expect(JSON.stringify(check(given).settings)).not.toMatch(/popup|ignore|"on"|cdn|"theme"/);
    expect(grantable(given)).toEqual(['analytics', 'social']);
  });

  it.each([false, true, {}, { own: ['cdn.site.example'] }])('is not watch: %j', (watch) => {
    expect(check({ watch })).toMatchObject({ faults: [], settings: { watch } });
  });

  it.each(['none', 'cookie'])('is not mirror: %j', (mirror) => {
    expect(check({ mirror })).toMatchObject({ faults: [], settings: { mirror } });
  });

  it('F-13 in mirror leaves no cookie for the server', () => {
    expect(check({ mirror: 'cookies' }).settings.mirror).toBeUndefined();
    expect(check({}).settings.mirror).toBeUndefined();
  });

  it('L-25 in the address for proofs closes everything: a yes could not be proved', () => {
    expect(paths({ proofEndpoint: 'javascript:alert(1)' })).toEqual(['proofEndpoint']);
    expect(grantable({ proofEndpoint: 'javascript:alert(1)' })).toEqual([]);
    expect(check({ proofEndpoint: '/proof' }).settings.proofEndpoint).toBe('/proof');
    expect(grantable({ proofEndpoint: '/proof' })).toEqual(['analytics', 'social']);
  });

  it('in the endpoint closes telemetry', () => {
    expect(paths({ endpoint: 'javascript:alert(1)' })).toEqual(['endpoint']);
    expect(check({ endpoint: 'ftp://x' }).settings.endpoint).toBeUndefined();
    expect(grantable({ endpoint: '' })).toEqual(['social']);
  });

  it('in a data item closes the purposes that take it', () => {
    const given = { policy: { dataItems: { domain: { name: 5 } } } };
    expect(paths(given)).toEqual(['policy.dataItems.domain.name']);
    expect(grantable(given)).toEqual(['social']);
  });

  it('tells an unknown member without closing anything', () => {
    const given = { colour: 'red', policy: { purposes: [{ id: 'social', colour: 'red' }] } };
    expect(paths(given)).toEqual(['policy.purposes.social.colour', 'colour']);
    expect(grantable(given)).toEqual(['analytics', 'social']);
  });
});

describe('hostile settings', () => {
  it('F-41 leave no trace on any prototype', () => {
    const given = JSON.parse(
      '{"__proto__":{"polluted":1},"policy":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    ) as unknown;
    const { settings } = check(given);
    expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
    expect(settings).not.toHaveProperty('polluted');
    expect(settings.policy).not.toHaveProperty('polluted');
  });
});

describe('a tag with scalars only', () => {
  it('needs no further check', () => {
    expect(
      plainSettings(
        { endpoint: 'https://c.example/v1/logs', theme: 'dark', controller: 'Me' },
        POLICY,
        'site.example',
      ),
    ).toMatchObject({ theme: 'dark', policy: { controller: { name: 'Me' } } });
  });

  it('names the site where it names nobody', () => {
    const { policy } = plainSettings({ contact: 'me@site.example' }, POLICY, 'site.example') ?? {};
    expect(policy?.controller).toMatchObject({ name: 'site.example', contact: 'me@site.example' });
  });

  it('takes every word the common ones may be', () => {
    for (const key of ['layout', 'theme', 'gpc'] as const) {
      for (const word of OPTIONS[key])
        expect(plainSettings({ [key]: word }, POLICY, 'site.example')).toHaveProperty(key, word);
    }
  });

  it.each([
    { config: '/consent.json' },
    { theme: 'dark theme' },
    { theme: 'pink' },
    { endpoint: 'javascript:x' },
    { privacyUrl: 'data:x' },
    { contact: ' ' },
    { watch: '' },
    { mirror: 'cookie' },
  ])('does, with %j', (scalars) =>
    expect(plainSettings(scalars, POLICY, 'site.example')).toBeNull(),
  );
});
