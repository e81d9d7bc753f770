import { describe, expect, it } from 'vitest';
import { type ConsentRecord, pendingPurposes } from '../choice/choice.ts';
import { POLICY } from '../choice/fakes.ts';
import { termsOf } from '../policy/terms.ts';
import { check, grantable, paths, purpose, withPurpose } from './fakes.ts';
import { DEFAULTS, OPTIONS, plainSettings } from './settings.ts';

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
    ['policy.controller.name', { policy: { controller: { name: 3 } } }],
    ['policy.rights.see.how', { policy: { rights: [{ id: 'see', name: 'See' }] } }],
    ['policy', { policy: [] }],
    ['validFor.granted', { validFor: { granted: 'half a year' } }],
    ['validFor.denied', { validFor: { granted: 'P6M', denied: 'P1M' } }],
    ['validFor.denied', { validFor: { granted: 'P30D', denied: 'P1M' } }],
    ['validFor.granted', { validFor: { granted: 'P0D', denied: 'P0D' } }],
    ['', []],
  ])('at %s closes everything', (path, given) => {
    expect(paths(given)).toContain(path);
    expect(grantable(given)).toEqual([]);
  });

  it.each([
    ['layout', { layout: 'popup' }],
    ['theme', { theme: 1 }],
    ['gpc', { gpc: 'ignore' }],
    ['corner', { corner: 'middle' }],
    ['mirror', { mirror: true }],
    ['mirror', { mirror: 'localStorage' }],
    ['watch', { watch: 'on' }],
    ['watch.own[0]', { watch: { own: ['https://cdn.example'] } }],
    ['lang', { lang: 'the one of the page' }],
    ['markup[0].attribute', { markup: [{}] }],
    ['policy.jurisdiction', { policy: { jurisdiction: 49 } }],
    ['policy.texts.de.purposes', { policy: { texts: { de: { purposes: '\u200b' } } } }],
    ['policy.collections.form', { policy: { collections: { form: 7 } } }],
  ])('in %s leaves the default', (path, given) => {
    expect(paths(given)).toEqual([path]);
    expect(JSON.stringify(check(given).settings)).not.toMatch(/popup|ignore|"on"|cdn|"theme":1/);
    expect(check(given).settings).toMatchObject(DEFAULTS);
    expect(grantable(given)).toEqual(['analytics', 'social']);
  });

  it.each([false, true, {}, { own: ['cdn.site.example'] }])('is not watch: %j', (watch) => {
    expect(check({ watch })).toMatchObject({ faults: [], settings: { watch } });
  });

  it.each(['none', 'cookie'])('is not mirror: %j', (mirror) => {
    expect(check({ mirror })).toMatchObject({ faults: [], settings: { mirror } });
  });

  it('F-13 in mirror leaves no cookie for the server', () => {
    expect(check({ mirror: 'cookies' }).settings.mirror).toBe('none');
    expect(check({}).settings.mirror).toBe('none');
  });

  it('L-25 in the address for proofs closes everything: a yes could not be proved', () => {
    expect(paths({ proofEndpoint: 'javascript:alert(1)' })).toEqual(['proofEndpoint']);
    expect(grantable({ proofEndpoint: 'javascript:alert(1)' })).toEqual([]);
    expect(check({ proofEndpoint: '/proof' }).settings.proofEndpoint).toBe('/proof');
    expect(grantable({ proofEndpoint: '/proof' })).toEqual(['analytics', 'social']);
  });

  it('L-26 in the paths closes telemetry, which would tell what they were to hide', () => {
    const given = (path: unknown) => ({ policy: { paths: ['/reset/:token', path] } });
    for (const path of [
      'reset',
      '/a b',
      '/a?b',
      '/:',
      '/:7',
      '/a:b',
      '/#',
      '/#a',
      '/a#/b',
      '',
      7,
    ]) {
      expect(paths(given(path)), String(path)).toEqual(['policy.paths[1]']);
      expect(grantable(given(path))).toEqual(['social']);
    }
    expect(paths({ policy: { paths: '/reset' } })).toEqual(['policy.paths']);
    for (const path of ['/', '/a', '/a/:id/b', '/#/a/:id', '/caf%C3%A9/:x-1']) {
      expect(paths(given(path)), path).toEqual([]);
    }
  });

  it('in the endpoint closes telemetry', () => {
    expect(paths({ endpoint: 'javascript:alert(1)' })).toEqual(['endpoint']);
    expect(check({ endpoint: 'ftp://x' }).settings.endpoint).toBe('');
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

describe('a data item', () => {
  const retentionsOf = (given: unknown) =>
    check(given).settings.policy.purposes.map(({ retentions }) => retentions);

  it('that is kept for another time than its purpose is a material term of that purpose', () => {
    const dataItems = { page: { retention: 'P1M' }, ip: { retention: 'P13M' } };
    expect(retentionsOf({ policy: { dataItems } })).toEqual([
      undefined,
      { page: 'P1M', ip: 'P13M' },
      { page: 'P1M' },
    ]);
    const { policy } = check({ policy: { dataItems } }).settings;
    expect(termsOf(policy).purposes['social']).toMatchObject({ retentions: { page: 'P1M' } });
  });

  it('L-28 that is kept for longer is asked about again, for less is not', () => {
    const pendingAfter = (before: string, now: string) => {
      const policyWith = (retention: string) =>
        check({ policy: { dataItems: { domain: { retention } } } }).settings.policy;
      const record = { asked: termsOf(policyWith(before)) } as ConsentRecord;
      return pendingPurposes(record, policyWith(now));
    };
    expect(pendingAfter('P1M', 'P2M')).toEqual(['analytics']);
    expect(pendingAfter('P1M', 'P25M')).toEqual(['analytics']);
    expect(pendingAfter('P2M', 'P1M')).toEqual([]);
    expect(pendingAfter('P25M', 'P1M')).toEqual([]);
  });
});

describe('hosts of a service', () => {
  const service = (hosts: unknown) => withPurpose({ services: [{ ...SHOP, hosts }] });
  const SHOP = { id: 'shop', name: 'Shop', data: ['ip'] };
  const hostsRead = (...hosts: string[]) =>
    check(service(hosts)).settings.policy.purposes.at(-1)?.services[0]?.hosts;

  it('are read into the form in which they are compared', () => {
    expect(
      hostsRead(
        'Shop.Example.',
        '*.SHOP.example',
        'bücher.example:443',
        'film.example:80',
        '[::1]:8080',
        'localhost',
      ),
    ).toEqual([
      'shop.example',
      '*.shop.example',
      'xn--bcher-kva.example',
      'film.example',
      '[::1]:8080',
      'localhost',
    ]);
  });

  it.each([
    'https://shop.example',
    'shop.example/pay',
    'www.*.example',
    '*',
    '*.',
    '*shop.example',
    'shop.example, pay.example',
    'me@shop.example',
    'shop.example:port',
    'a b',
    '',
    7,
  ])('that are none are refused by name, and close the purpose: %j', (host) => {
    const given = service(['shop.example', host]);
    expect(paths(given)).toEqual(['policy.purposes.ads.services.shop.hosts[1]']);
    expect(check(given).faults[0]?.expected).toContain('*.example.com');
    expect(grantable(given)).not.toContain('ads');
  });

  it('have no stars where a host has to be one', () => {
    expect(paths({ watch: { own: ['*.site.example'] } })).toEqual(['watch.own[0]']);
    expect(check({ watch: { own: ['CDN.site.example'] } }).settings.watch).toEqual({
      own: ['cdn.site.example'],
    });
  });
});

describe('hosts that nobody declares', () => {
  it.each(['hold', 'release'])('are told apart: %s', (undeclared) => {
    expect(check({ policy: { undeclared } })).toMatchObject({
      faults: [],
      settings: { policy: { undeclared } },
    });
  });

  it('are held where the word is none', () => {
    expect(paths({ policy: { undeclared: 'allow' } })).toEqual(['policy.undeclared']);
    expect(check({ policy: { undeclared: 'allow' } }).settings.policy).not.toHaveProperty(
      'undeclared',
    );
    expect(grantable({ policy: { undeclared: 'allow' } })).toEqual(['analytics', 'social']);
  });

  it('L-28 are no material term: nobody is asked again', () => {
    const { policy } = check({ policy: { undeclared: 'release' } }).settings;
    expect(termsOf(policy)).toEqual(termsOf(POLICY));
  });
});

describe('visits that nobody makes', () => {
  it.each(['label', 'drop'])('are told or not: %s', (bots) => {
    expect(check({ policy: { bots } })).toMatchObject({
      faults: [],
      settings: { policy: { bots } },
    });
  });

  it('are told where the word is none, which closes nothing', () => {
    expect(paths({ policy: { bots: 'hide' } })).toEqual(['policy.bots']);
    expect(check({ policy: { bots: 'hide' } }).settings.policy).not.toHaveProperty('bots');
    expect(grantable({ policy: { bots: 'hide' } })).toEqual(['analytics', 'social']);
  });

  it('L-28 are no material term: nobody is asked again', () => {
    const { policy } = check({ policy: { bots: 'drop' } }).settings;
    expect(termsOf(policy)).toEqual(termsOf(POLICY));
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
  ])('does, with %j', (scalars) =>
    expect(plainSettings(scalars, POLICY, 'site.example')).toBeNull(),
  );
});
