import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { type CatalogueService, namesServices, withServices } from './catalogue.ts';
import { checkSettings, merge } from './check-settings.ts';

const CATALOGUE: readonly CatalogueService[] = [
  { id: 'reels', name: 'Reels (Film House)', hosts: ['*.reels.example'], data: ['ip'] },
  {
    id: 'counter',
    name: 'Counter',
    privacyUrl: 'https://counter.example/privacy',
    hosts: ['counter.example'],
    data: ['ip', 'page'],
    cookies: [{ name: '_count*', lifetime: 'P1Y' }],
  },
];

const settings = (purpose: object) =>
  merge({ policy: POLICY }, { policy: { purposes: [purpose] } });

/** The purpose, as it is after the check, and what was refused. */
function read(purpose: { readonly id: string } & Record<string, unknown>) {
  const { merged, faults } = withServices(settings(purpose), CATALOGUE);
  const checked = checkSettings(merged, POLICY, faults);
  return {
    purpose: checked.settings.policy.purposes.find(({ id }) => id === purpose.id),
    faults: checked.faults,
  };
}

describe('a service that is named by its id', () => {
  it('stands there whole, beside those of the purpose’s own', () => {
    const own = { id: 'film', hosts: ['film.example'], data: ['ip'] };
    const { purpose, faults } = read({ id: 'social', services: ['counter', own] });
    expect(faults).toEqual([]);
    expect(purpose?.services).toEqual([
      {
        id: 'counter',
        name: 'Counter',
        privacyUrl: 'https://counter.example/privacy',
        hosts: ['counter.example'],
        data: ['ip', 'page'],
      },
      own,
    ]);
  });

  it('brings its cookies to the purpose, each once', () => {
    const { purpose } = read({
      id: 'social',
      services: ['counter'],
      cookies: [{ name: 'seen' }],
    });
    expect(purpose?.cookies).toEqual([{ name: 'seen' }, { name: '_count*', lifetime: 'P1Y' }]);
    const mine = { name: '_count*', domain: '.site.example' };
    expect(read({ id: 'social', services: ['counter'], cookies: [mine] }).purpose?.cookies).toEqual(
      [mine],
    );
  });

  it('L-20 is a recipient of the purpose, unless whoever it belongs to is one', () => {
    const { purpose } = read({ id: 'social', services: ['reels', 'counter'] });
    expect(purpose?.recipients).toEqual(['Film House', 'Counter']);
    const stranger = read({ id: 'social', services: ['reels'], recipients: ['Ad House'] });
    expect(stranger.purpose?.recipients).toEqual(['Ad House', 'Reels (Film House)']);
  });

  it('is told from the others by where the purpose comes from: a new one too', () => {
    const { purpose, faults } = read({
      id: 'counting',
      name: 'Counting',
      why: 'To count.',
      basis: 'consent',
      data: ['ip'],
      retention: 'P1M',
      services: ['counter'],
    });
    expect(faults).toEqual([]);
    expect(purpose).toMatchObject({ recipients: ['Counter'] });
  });
});

describe('an id that nobody knows', () => {
  it('is refused by name, with the nearest ids, and closes its purpose', () => {
    const { purpose, faults } = read({ id: 'social', services: ['reels', 'conter'] });
    expect(faults).toEqual([
      {
        path: 'policy.purposes.social.services[1]',
        expected: 'an id of the catalogue, such as counter, reels',
      },
    ]);
    expect(purpose).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', ''])('F-41 is none: %j', (id) => {
    expect(read({ id: 'social', services: [id] }).faults).toHaveLength(1);
  });

  it('is any, without the catalogue, and is refused by name', () => {
    const checked = checkSettings(settings({ id: 'social', services: ['counter'] }), POLICY);
    expect(checked.faults).toEqual([
      {
        path: 'policy.purposes.social.services[0]',
        expected: 'the catalogue to be had, or a service',
      },
    ]);
    expect(checked.settings.policy.purposes.map(({ id }) => id)).not.toContain('social');
  });
});

describe('the catalogue is asked for', () => {
  it.each([
    [false, {}],
    [false, settings({ id: 'social', retention: 'P1M' })],
    [true, settings({ id: 'social', services: ['counter'] })],
    [false, null],
    [false, { policy: 7 }],
    [false, { policy: { purposes: { social: 1 } } }],
    [false, { policy: { purposes: [null, 'social', { services: 'counter' }] } }],
  ])('%j', (isAsked, merged) => {
    expect(namesServices(merged)).toBe(isAsked);
    if (!isAsked) expect(withServices(merged, CATALOGUE)).toEqual({ merged, faults: [] });
  });
});

it('leaves what is no list for the check to refuse', () => {
  const { faults } = read({ id: 'social', services: ['counter'], cookies: 7, recipients: 'me' });
  expect(faults.map(({ path }) => path).sort()).toEqual([
    'policy.purposes.social.cookies',
    'policy.purposes.social.recipients',
  ]);
});
