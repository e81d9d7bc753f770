// Others are told once each, when they are there, and whatever one of them does.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANNOUNCED } from '../../core/announce/fakes.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import { DEFAULTS } from '../../core/settings/settings.ts';
import { startAnnounce } from './announce.ts';
import { callsOf, cleanPage, page, silence, started, through } from './fakes.ts';
import { announce as tellPage } from './page.ts';

beforeEach(silence);
afterEach(cleanPage);

describe('Meta', () => {
  it('is revoked, granted, revoked, granted', () => {
    const { calls, call } = callsOf();
    page['fbq'] = call;
    expect(through({ meta: 'service:meta-pixel' }, () => calls)).toEqual([
      [['consent', 'revoke']],
      [
        ['consent', 'revoke'],
        ['consent', 'grant'],
        ['consent', 'revoke'],
        ['consent', 'grant'],
      ],
    ]);
  });

  it('is told when its snippet has run, and its name is never made', async () => {
    const { yes } = started({ meta: 'service:meta-pixel' });
    yes();
    expect(page['fbq']).toBeUndefined();
    const { calls, call } = callsOf();
    page['fbq'] = call;
    tellPage('release', { element: document.body, ids: ['service:meta-pixel'] });
    await Promise.resolve();
    expect(calls).toEqual([['consent', 'grant']]);
  });

  it('is told when a script of the page has brought it', async () => {
    const { no } = started({ meta: 'service:meta-pixel' });
    no();
    const { calls, call } = callsOf();
    page['fbq'] = call;
    const script = document.createElement('script');
    script.src = URL.createObjectURL(new Blob(['0'], { type: 'text/javascript' }));
    document.head.append(script);
    await expect.poll(() => calls).toEqual([['consent', 'revoke']]);
    script.remove();
  });

  it('is nobody where a picture has its name', () => {
    const picture = document.body.appendChild(document.createElement('img'));
    picture.id = picture.name = 'fbq';
    const failure = vi.spyOn(console, 'error');
    started({ meta: 'service:meta-pixel' }).yes();
    expect(failure).not.toHaveBeenCalled();
    picture.remove();
  });

  it('that throws stops nobody else, and is said', () => {
    page['fbq'] = () => {
      throw new Error('theirs');
    };
    const failure = vi.spyOn(console, 'error').mockReturnValue();
    const { calls, call } = callsOf();
    page['shop'] = { onConsent: call };
    started({ meta: 'service:meta-pixel', custom: 'shop.onConsent' }).yes();
    expect(calls).toHaveLength(1);
    expect(failure.mock.calls[0]?.[0]).toContain('meta could not be told the choice');
  });
});

it('a function of the page gets the state, with what it belongs to', () => {
  const seen: unknown[] = [];
  page['shop'] = {
    name: 'shop',
    onConsent(this: { name: string }, state: ConsentState) {
      seen.push([this.name, state.decided, state.services['meta-pixel']]);
    },
  };
  const { unanswered, yes } = started({ custom: 'shop.onConsent' });
  unanswered();
  yes();
  yes();
  expect(seen).toEqual([
    ['shop', false, false],
    ['shop', true, true],
  ]);
});

it('who could be told and is not is said once, where others are', () => {
  started(undefined, 'google');
  expect(console.warn).not.toHaveBeenCalled();
  started({ google: { ad_storage: 'advertising' } });
  expect(vi.mocked(console.warn).mock.calls.join()).toMatch(/not in policy\.announce: meta$/);
});

it('L-21 what only the tag names is a fault, and touches nothing', () => {
  const { faults } = started({ meta: 'service:meta-pixel' }, 'google gogle');
  expect(faults).toEqual([
    {
      path: 'data-announce',
      expected: 'policy.announce.google, which tells it more than a no',
      harmless: true,
    },
    {
      path: 'data-announce',
      expected: 'google, microsoft or both, and gogle is neither',
      harmless: true,
    },
  ]);
});

it('L-21 a time to wait that is none is a fault', () => {
  const given = { ...DEFAULTS, policy: { ...ANNOUNCED, announce: { meta: 'advertising' } } };
  const faultsOf = (waitForUpdate: string) => startAnnounce(given, { waitForUpdate }).faults;
  expect(faultsOf('2000')).toEqual([]);
  expect(faultsOf('soon')).toMatchObject([
    { path: 'data-wait-for-update', expected: 'milliseconds from 0 to 10000' },
  ]);
});
