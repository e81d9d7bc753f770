// What each vendor is told in its own calls, from an unanswered page to the second yes.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayDenied } from './denied.ts';
import { callsOf, cleanPage, page, silence, started, through } from './fakes.ts';

beforeEach(silence);
afterEach(cleanPage);

describe('Google', () => {
  const announce = { google: { ad_storage: 'service:meta-pixel' } };
  const entries = () => (page['dataLayer'] as ArrayLike<unknown>[]).map((each) => Array.from(each));

  it('is told in the one shape it reads', () => {
    started(announce).yes();
    const shapes = (page['dataLayer'] as unknown[]).map((each) =>
      Object.prototype.toString.call(each),
    );
    expect(shapes).toEqual([
      '[object Arguments]',
      '[object Arguments]',
      '[object Arguments]',
      '[object Object]',
    ]);
  });

  it('gets no second default: not after the tag’s, and not after one of the page', () => {
    started(announce, 'google');
    expect(entries().map(([name]) => name)).toEqual(['set']);
    page['dataLayer'] = [['consent', 'default', {}]];
    started(announce);
    expect(entries().map(([name]) => name)).toEqual(['consent', 'set']);
  });

  it('gets what its policy says besides', () => {
    const options = { wait_for_update: 2000, ads_data_redaction: false, url_passthrough: true };
    started({ google: { ...announce.google, ...options } });
    expect(entries()).toEqual([
      ['consent', 'default', expect.objectContaining({ wait_for_update: 2000 })],
      ['set', 'ads_data_redaction', false],
      ['set', 'url_passthrough', true],
    ]);
  });

  it('L-19 Analytics sends nothing more once a yes is taken back, and again with the next', () => {
    const { unanswered, yes, no } = started({
      google: { analytics_storage: 'service:meta-pixel' },
    });
    const isOff = () => [page['ga-disable-G-1'], page['ga-disable-G-2'], page['ga-disable-GTM-1']];
    page['google_tag_manager'] = { 'G-2': {}, 'GTM-1': {} };
    (page['dataLayer'] as unknown[]).push(['config', 'G-1']);
    unanswered();
    no();
    expect(isOff(), 'run unheld, it was never granted').toEqual([undefined, undefined, undefined]);
    yes();
    no();
    expect(isOff()).toEqual([true, true, undefined]);
    yes();
    expect(isOff()).toEqual([false, false, undefined]);
  });

  it('that was told another time to wait by the tag is said to have been', () => {
    sayDenied('google');
    started({ google: { ...announce.google, wait_for_update: 500 } }, 'google');
    expect(vi.mocked(console.warn).mock.calls.join()).not.toContain('wait');
    started({ google: { ...announce.google, wait_for_update: 2000 } }, 'google');
    expect(vi.mocked(console.warn).mock.calls.join()).toContain('data-wait-for-update="2000"');
  });

  it('that has asked already is said to have', () => {
    page['dataLayer'] = [{ 'gtm.start': 1 }];
    started(announce);
    expect(vi.mocked(console.warn).mock.calls.join()).toContain('data-announce="google"');
  });
});

it('TikTok is held, granted, revoked, granted: each a method of its queue', () => {
  const said: string[] = [];
  const method = (name: string) => () => void said.push(name);
  page['ttq'] = Object.assign([], {
    holdConsent: method('hold'),
    grantConsent: method('grant'),
    revokeConsent: method('revoke'),
  });
  expect(through({ tiktok: 'service:meta-pixel' }, () => said)).toEqual([
    ['hold'],
    ['hold', 'grant', 'revoke', 'grant'],
  ]);
});

it('Pinterest is told true or false', () => {
  const { calls, call } = callsOf();
  page['pintrk'] = call;
  expect(through({ pinterest: 'service:meta-pixel' }, () => calls)).toEqual([
    [['setconsent', false]],
    [
      ['setconsent', false],
      ['setconsent', true],
      ['setconsent', false],
      ['setconsent', true],
    ],
  ]);
});

it('Matomo requires consent first of all, and is given it by the page', () => {
  expect(through({ matomo: 'service:meta-pixel' }, () => page['_paq'])).toEqual([
    [['requireConsent']],
    [['requireConsent'], ['setConsentGiven'], ['forgetConsentGiven'], ['setConsentGiven']],
  ]);
});
