import { describe, expect, it } from 'vitest';
import { ANNOUNCED, stateWith } from './fakes.ts';
import { signalsOf } from './mapping.ts';
import { couldBeTold, readAnnounce } from './read-announce.ts';

const read = (announce: unknown) => readAnnounce(announce, ANNOUNCED);
const faults = (announce: unknown) =>
  read(announce).faults.map(({ path, expected }) => `${path}: ${expected}`);
const everything = stateWith([
  'analytics',
  'advertising',
  'preferences',
  ...['google-analytics', 'google-ads', 'meta-pixel', 'own-pixel'].map((id) => `service:${id}`),
]);
/** Whether anything is granted to anybody once everything is. */
const isAnythingOn = (announce: unknown) =>
  read(announce).mappings.some((mapping) =>
    Object.values(signalsOf(mapping, everything)).includes(true),
  );

it.each<[string, unknown]>([
  ['Google', { google: { analytics_storage: 'analytics', security_storage: 'granted' } }],
  [
    'its options',
    { google: { wait_for_update: 0, ads_data_redaction: false, url_passthrough: true } },
  ],
  ['Microsoft', { microsoft: { ad_storage: 'advertising service:own-pixel' } }],
  ['Microsoft, by the host of its service', { microsoft: { ad_storage: 'advertising' } }],
  ['Meta', { meta: 'service:meta-pixel' }],
  ['WordPress, by a service that is named', { wordpress: { statistics: 'service:own-pixel' } }],
  ['a function', { custom: 'shop.onConsent' }],
  ['nobody', {}],
])('what is right has no fault: %s', (_what, announce) => {
  expect(faults(announce)).toEqual([]);
});

describe('a fault', () => {
  it.each<[unknown, RegExp]>([
    [7, /^policy\.announce: an object of receivers$/],
    [{ gogle: {} }, /^policy\.announce\.gogle: a receiver, such as google, /],
    [{ toString: 'analytics' }, /^policy\.announce\.toString: a receiver, /],
    [{ google: 'analytics' }, /^policy\.announce\.google: an object with ad_storage, /],
    [
      { google: { analytic_storage: 'analytics' } },
      /^policy\.announce\.google\.analytic_storage: a signal of google, such as analytics_storage, /,
    ],
    [
      { google: { analytics_storage: 'analitics' } },
      /^policy\.announce\.google\.analytics_storage: .*, and analitics is none that can be granted$/,
    ],
    [{ google: { analytics_storage: '' } }, /analytics_storage: ids of purposes/],
    [{ google: { analytics_storage: true } }, /analytics_storage: ids of purposes/],
    [
      { google: { analytics_storage: 'necessary' } },
      /analytics_storage: one id at least that is asked/,
    ],
    [{ google: { analytics_storage: 'granted' } }, /analytics_storage: .*only security_storage/],
    [{ google: { wait_for_update: -1 } }, /google\.wait_for_update: milliseconds from 0 to 10000$/],
    [{ google: { url_passthrough: 'yes' } }, /google\.url_passthrough: true or false$/],
    [
      { microsoft: { ad_user_data: 'advertising' } },
      /microsoft\.ad_user_data: a signal of microsoft, such as ad_storage$/,
    ],
    [{ meta: { ad_storage: 'advertising' } }, /^policy\.announce\.meta: ids of purposes/],
    [{ meta: 'granted' }, /^policy\.announce\.meta: .*granted is none that can be granted$/],
    [{ custom: 'alert(1)' }, /^policy\.announce\.custom: the name of a function/],
    [{ custom: 7 }, /^policy\.announce\.custom: the name of a function/],
  ])('L-21 is told by its path, and grants nothing: %j', (announce, message) => {
    expect(faults(announce)[0]).toMatch(message);
    expect(isAnythingOn(announce)).toBe(false);
  });

  it('L-12 nobody is told who does not stand in the notice as a service', () => {
    const announce = { tiktok: 'advertising' };
    expect(faults(announce)).toEqual([
      'policy.announce.tiktok: a service of the policy that the notice names it by: tiktok-pixel, or yours as service:… here',
    ]);
    expect(isAnythingOn(announce)).toBe(false);
  });

  it('in one signal closes that one: the others are told', () => {
    const announce = { google: { analytics_storage: 'analytics', ad_storage: 'advertizing' } };
    const [mapping] = read(announce).mappings;
    expect(mapping && signalsOf(mapping, everything)).toMatchObject({
      analytics_storage: true,
      ad_storage: false,
    });
  });

  it('touches no purpose', () => {
    expect(read({ gogle: 1, meta: 2, google: { x: 3 } }).faults.every((f) => f.harmless)).toBe(
      true,
    );
  });
});

it('who could be told and is not is known', () => {
  const { mappings } = read({ google: { analytics_storage: 'analytics' } });
  expect(couldBeTold(mappings, ANNOUNCED)).toEqual(['meta']);
});
