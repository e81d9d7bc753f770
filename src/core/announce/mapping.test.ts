import { describe, expect, it, vi } from 'vitest';
import { ANNOUNCED, stateWith } from './fakes.ts';
import { signalsOf } from './mapping.ts';
import { readAnnounce } from './read-announce.ts';

/** What is granted of the signals of one receiver. */
function granted(announce: object, ids: readonly string[]): string[] {
  const [mapping] = readAnnounce(announce, ANNOUNCED).mappings;
  if (!mapping) throw new Error('no receiver');
  return Object.entries(signalsOf(mapping, stateWith(ids))).flatMap(([name, isOn]) =>
    isOn ? name : [],
  );
}

const google = {
  google: {
    analytics_storage: 'analytics',
    ad_storage: 'advertising',
    ad_user_data: 'advertising analytics',
    functionality_storage: 'preferences',
    security_storage: 'granted',
  },
};
const ANALYTICS = ['analytics', 'service:google-analytics'];
const ADS = ['advertising', 'service:google-ads', 'service:meta-pixel', 'service:own-pixel'];

describe('a signal', () => {
  it('L-20 waits for all that is listed for it', () => {
    expect(granted(google, ANALYTICS)).toEqual(['analytics_storage', 'security_storage']);
    expect(granted(google, ADS)).toEqual(['ad_storage', 'security_storage']);
    expect(granted(google, [...ANALYTICS, ...ADS])).toEqual([
      'ad_storage',
      'ad_user_data',
      'analytics_storage',
      'security_storage',
    ]);
  });

  it('that is not listed is denied, and all seven are there', () => {
    const [mapping] = readAnnounce(google, ANNOUNCED).mappings;
    const signals = mapping && signalsOf(mapping, stateWith([...ANALYTICS, ...ADS]));
    expect(Object.keys(signals ?? {})).toHaveLength(7);
    expect(signals).toMatchObject({ personalization_storage: false, ad_personalization: false });
  });

  it('L-20 is denied where the purpose is granted and the service of that receiver is not', () => {
    expect(granted(google, ['analytics'])).not.toContain('analytics_storage');
    expect(granted(google, ['advertising', 'service:meta-pixel'])).not.toContain('ad_storage');
  });

  it('L-20 is granted where its service alone is: it stands for the purpose', () => {
    expect(granted(google, ['service:google-analytics'])).toContain('analytics_storage');
  });

  it('of a purpose without services of the receiver needs one of them somewhere', () => {
    expect(granted(google, ['preferences'])).toEqual(['security_storage']);
    expect(granted(google, ['preferences', ...ANALYTICS])).toContain('functionality_storage');
  });
});

it('one who knows yes and no alone gets one word', () => {
  expect(granted({ meta: 'service:meta-pixel' }, ADS)).toEqual(['yes']);
  expect(granted({ meta: 'advertising' }, ['service:meta-pixel'])).toEqual(['yes']);
  expect(granted({ meta: 'advertising' }, ['advertising', 'service:google-ads'])).toEqual([]);
});

it('F-40 lists of the page that find everything tell no yes', () => {
  const [mapping] = readAnnounce(google, ANNOUNCED).mappings;
  const every = vi.spyOn(Array.prototype, 'every').mockReturnValue(true);
  const some = vi.spyOn(Array.prototype, 'some').mockReturnValue(true);
  const signals = mapping && signalsOf(mapping, stateWith([]));
  every.mockRestore();
  some.mockRestore();
  expect(signals).toMatchObject({ analytics_storage: false, ad_user_data: false });
});
