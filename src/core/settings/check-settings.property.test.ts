// Whatever is wrong with settings, nothing is granted unasked by it but what the default policy ships.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantsOf, unasked } from '../choice/choice.ts';
import { POLICY, SETTINGS } from '../choice/fakes.ts';
import { keep } from '../choice/keep/keep.ts';
import { fakeWorld } from '../fakes.ts';
import { canonical } from '../policy/canonical.ts';
import { termsOf } from '../policy/terms.ts';
import { withServices } from './catalogue.ts';
import { checkSettings, merge } from './check-settings.ts';

const check = (...layers: unknown[]) =>
  checkSettings(
    layers.reduce((under, layer) => merge(under, layer), { policy: POLICY } as unknown),
    POLICY,
  );
const grantedUnasked = (...layers: unknown[]) => {
  const { purposes, services } = grantsOf(null, check(...layers).settings.policy, { gpc: false });
  return Object.entries({ ...purposes, ...services }).flatMap(([id, is]) => (is ? [id] : []));
};
const withPurposes = (...purposes: unknown[]) => ({ policy: { purposes } });
const pathsOf = (...layers: unknown[]) => check(...layers).faults.map(({ path }) => path);

const CART = {
  id: 'cart',
  name: 'Your basket',
  why: 'To keep what you have put into your basket.',
  basis: 'necessary',
  data: ['basket'],
  recipients: ['controller'],
  retention: 'P7D',
};
const BASKET = { basket: { name: 'What is in your basket' } };
const cart = (change: object = {}) => ({
  policy: { dataItems: BASKET, purposes: [{ ...CART, ...change }] },
});

describe('L-17 a purpose that runs unasked', () => {
  it('can be the site’s own, with a reason', () => {
    expect(pathsOf(cart())).toEqual([]);
    expect(grantedUnasked(cart())).toEqual(['necessary', 'cart']);
  });

  it.each([
    ['no reason', { why: undefined }, 'policy.purposes.cart.why'],
    ['a reason nobody can see', { why: '\u200b' }, 'policy.purposes.cart.why'],
    ['a third party', { recipients: ['Ad House'] }, 'policy.purposes.cart.basis'],
    [
      'a service',
      { services: [{ id: 'adhouse', name: 'Ad House', hosts: [], data: ['basket'] }] },
      'policy.purposes.cart.basis',
    ],
    ['the IP address', { data: ['basket', 'ip'] }, 'policy.purposes.cart.basis'],
    ['the pages', { data: ['page'] }, 'policy.purposes.cart.basis'],
    ['linked visits', { visitors: 'visit' }, 'policy.purposes.cart.basis'],
    ['parameters of addresses', { queryParameters: ['q'] }, 'policy.purposes.cart.basis'],
    ['a fault anywhere', { retention: 'a while' }, 'policy.purposes.cart.retention'],
    ['a fault in its data item', { data: ['none'] }, 'policy.purposes.cart.data'],
  ])('and has %s is told by name and closed', (_what, change, path) => {
    expect(pathsOf(cart(change))).toEqual([path]);
    expect(grantedUnasked(cart(change))).toEqual(['necessary']);
  });

  it.each(['analytics', 'social'])('is never %s, whatever is left of it', (id) => {
    const bare = { data: ['choice'], recipients: ['controller'], services: [], why: 'We need it.' };
    for (const change of [{}, bare]) {
      const given = withPurposes({ id, basis: 'necessary', ...change });
      expect(pathsOf(given)).toEqual([`policy.purposes.${id}.basis`]);
      expect(grantedUnasked(given)).toEqual(['necessary']);
    }
  });

  it('is as the default policy has it where a fault touches it', () => {
    for (const change of [
      { data: ['ip'] },
      { recipients: ['Ad House'] },
      { retention: 'always' },
      { basis: 'consent' },
    ]) {
      const { settings } = check(withPurposes({ id: 'necessary', ...change }));
      expect(settings.policy.purposes[0]).toEqual(POLICY.purposes[0]);
      expect(settings.policy.purposes).toHaveLength(3);
    }
  });
});

describe('an id', () => {
  const ADS = { ...CART, id: 'ads', basis: 'consent', data: ['ip'] };

  it.each([
    ['of the site', [ADS, { ...CART, id: 'ads', data: ['choice'] }], 'ads'],
    ['three times', [ADS, ADS, ADS], 'ads'],
    ['of the default policy', [{ id: 'social' }, { id: 'social', basis: 'consent' }], 'social'],
    ['of the default policy, dropped', [{ id: 'social', drop: true }, { id: 'social' }], 'social'],
  ])('used twice, %s, is one fault by name, and closed', (_what, purposes, id) => {
    const { settings, faults } = check(withPurposes(...purposes));
    expect(faults.filter(({ harmless }) => !harmless).map(({ path }) => path)).toEqual([
      `policy.purposes.${id}`,
    ]);
    expect(settings.policy.purposes.map((purpose) => purpose.id)).not.toContain(id);
  });

  it('used twice stays so, whatever comes later', () => {
    expect(pathsOf(withPurposes(ADS, ADS), withPurposes(ADS))).toEqual(['policy.purposes.ads']);
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'])(
    'that every object is born with is one fault by name, and closed: %s',
    async (id) => {
      const purpose = JSON.parse(JSON.stringify({ ...ADS, id })) as object;
      expect(pathsOf(withPurposes(purpose))).toEqual([`policy.purposes.${id}.id`]);
      const service = { id, name: 'Shop', hosts: [], data: ['ip'] };
      expect(pathsOf(withPurposes({ ...ADS, services: [service] }))).toEqual([
        `policy.purposes.ads.services.${id}.id`,
      ]);
      expect(pathsOf(JSON.parse(`{"policy":{"dataItems":{"${id}":{"name":"x"}}}}`))).toEqual([
        `policy.dataItems.${id}`,
      ]);
      const { settings } = check(withPurposes(purpose));
      expect(settings.policy.purposes).toHaveLength(3);
      const answer = unasked(grantsOf(null, settings.policy, { gpc: false }), 'withdraw');
      const { keeping } = fakeWorld();
      await expect(keep(answer, { ...SETTINGS, ...settings }, keeping)).resolves.toHaveLength(1);
    },
  );

  it('of a data item that looks like a path blames no other', () => {
    const { settings } = check({ policy: { dataItems: { 'page.x': { name: 7 } } } });
    expect(settings.policy.purposes).toHaveLength(3);
  });

  it.each(['social.x', 'social.', 'analytics\n'])('%j closes itself alone, twice too', (id) => {
    for (const purposes of [
      [{ ...ADS, id }],
      [
        { ...ADS, id },
        { ...ADS, id },
      ],
    ]) {
      const { settings } = check(withPurposes(...purposes));
      expect(settings.policy.purposes).toHaveLength(3);
    }
  });

  it('with whatever name has a canonical form', () => {
    const terms = JSON.parse('{"toString":{"a":1},"b":2,"a\\"b":3,"valueOf":[1]}') as object;
    expect(canonical(terms)).toBe('{"a\\"b":3,"b":2,"toString":{"a":1},"valueOf":[1]}');
  });
});

describe('more than can be meant', () => {
  const many = (count: number, of: (index: number) => unknown) =>
    Array.from({ length: count }, (_, index) => of(index));
  const service = (id: string) => ({ id, name: 'Shop', hosts: [`${id}.example`], data: ['ip'] });
  const withMany = (purposes: number, services: number) =>
    withPurposes(
      ...many(purposes, (one) => ({
        ...CART,
        id: `p${one}`,
        basis: 'consent',
        data: ['ip'],
        recipients: ['Shops'],
        services: many(services, (other) => service(`s${one}-${other}`)),
      })),
    );

  it('F-41 is told once and closes everything: purposes, services, faults', () => {
    expect(pathsOf(withMany(3, 66))).toEqual([]);
    for (const [given, path] of [
      [withMany(3, 67), 'policy.purposes'],
      [withMany(98, 0), 'policy.purposes'],
      [withMany(50_000, 0), 'policy.purposes'],
    ] as const) {
      expect(pathsOf(given)).toContain(path);
      expect(pathsOf(given).length).toBeLessThanOrEqual(2);
      expect(check(given).settings.policy.purposes).toEqual([POLICY.purposes[0]]);
    }
  });

  it('F-41 is named by its first hundred, and by how many more there are', () => {
    const given = { policy: { rights: many(100, () => ({})) } };
    expect(pathsOf(given)).toHaveLength(101);
    expect(check(given).faults.at(-1)).toEqual({ path: 'settings', expected: '200 faults less' });
  });
});

/** Anything that can stand in JSON, words of the policy among it. */
const junk = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('necessary', 'consent', 'analytics', 'social', 'ads') },
  { weight: 2, arbitrary: fc.constantFrom(true, null, 0, '', [], {}, ['ip'], ['choice'], 'P1M') },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('toString', 'valueOf', 'id', 'name'), fc.jsonValue()),
  },
);

const MEMBERS = [
  'id',
  'name',
  'why',
  'data',
  'basis',
  'recipients',
  'retention',
  'visitors',
  'queryParameters',
  'cookies',
  'storage',
  'services',
  'drop',
];

const purposeGiven = fc
  .tuple(
    fc.constantFrom('analytics', 'social', 'necessary', 'ads', 'cart', 'toString'),
    fc.dictionary(fc.constantFrom(...MEMBERS), junk, { maxKeys: 4 }),
    fc.boolean(),
  )
  .map(([id, change, isWhole]) => ({ ...(isWhole && CART), id, ...change }));

const policyGiven = fc.record(
  {
    purposes: fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.oneof(purposeGiven, junk), { maxLength: 4 }) },
      junk,
    ),
    ip: junk,
    controller: junk,
    dataItems: fc.oneof(fc.constant(BASKET), junk),
    rights: junk,
  },
  { requiredKeys: [] },
);

const settingsGiven = fc.record(
  { policy: fc.oneof({ weight: 4, arbitrary: policyGiven }, junk), validFor: junk, endpoint: junk },
  { requiredKeys: [] },
);

const ASKED_DATA = POLICY.purposes[1]?.data ?? [];

describe('no settings whatever', () => {
  it('L-17 F-41 grant a purpose unasked, but one that is sound and goes to nobody else', () => {
    fc.assert(
      fc.property(fc.array(settingsGiven, { maxLength: 3 }), (layers) => {
        const merged = layers.reduce((under: unknown, layer) => merge(under, layer), {
          policy: POLICY,
        } as unknown);
        const { settings, faults } = checkSettings(withServices(merged, []).merged, POLICY);
        const { purposes } = settings.policy;
        const { purposes: granted } = grantsOf(null, settings.policy, { gpc: false });
        expect(purposes[0]?.id).toBe('necessary');
        for (const { id, data, recipients, services } of purposes) {
          if (!granted[id]) continue;
          expect(['analytics', 'social']).not.toContain(id);
          expect([services, data.filter((item) => ASKED_DATA.includes(item))]).toEqual([[], []]);
          expect(recipients.filter((name) => !/^(controller|processor)$/.test(name))).toEqual([]);
          if (id === 'necessary') continue;
          for (const { path, harmless } of faults) {
            if (!harmless) expect(path.startsWith(`policy.purposes.${id}`)).toBe(false);
          }
        }
        canonical(termsOf(settings.policy));
      }),
      { numRuns: 2000 },
    );
  });

  it('leave a party without a name, so that a withdrawal can be recorded', () => {
    for (const processor of [{ name: '\u200b' }, { name: 7, contact: 'me@site.example' }, 7]) {
      const { policy } = check({ policy: { processor } }).settings;
      expect(policy.processor).toEqual(POLICY.processor);
    }
  });

  it('a fault of them all closes all but what the default policy ships', () => {
    fc.assert(
      fc.property(policyGiven, (policy) => {
        const given = { policy: { ...policy, ip: 'hashed' } };
        expect(check(given).settings.policy.purposes).toEqual([POLICY.purposes[0]]);
      }),
    );
  });
});
