import { describe, expect, it } from 'vitest';
import { NOON_MS, POLICY } from '../choice/fakes.ts';
import type { ConsentState } from '../choice/state.ts';
import { mirrorCookies, withMirror } from './mirror.ts';

const DAY_MS = 86_400_000;

const STATE: ConsentState = {
  decided: true,
  purposes: { necessary: true, analytics: true, social: false },
  services: { film: false, pins: true },
  recordId: '0b0e7a52-6b1c-4a53-9d0f-2f4c3c1f7f10',
  policyVersion: '2026-03-01',
  decidedAt: NOON_MS,
  expiresAt: NOON_MS + 10 * DAY_MS,
  source: 'custom',
  signals: { gpc: false },
  storage: 'indexeddb',
};

const cookies = (change: Partial<ConsentState> = {}, nowMs = NOON_MS, isSecure = false) =>
  mirrorCookies({ ...STATE, ...change }, POLICY, nowMs, isSecure);
const valueOf = (change: Partial<ConsentState> = {}) =>
  /^s9-consent=([^;]+)/.exec(cookies(change)[1] ?? '')?.[1];
const GONE = 's9-consent=; Path=/; SameSite=Lax; Max-Age=0';

describe('a choice that stands', () => {
  it('is a cookie that ends with it, after the old one has gone', () => {
    const value =
      'policy=2026-03-01&granted=analytics.service:pins&decided=2026-03-01&until=2026-03-11';
    expect(cookies()).toEqual([
      GONE,
      `s9-consent=${value}; Path=/; SameSite=Lax; Max-Age=${10 * 86_400}`,
    ]);
  });

  it('L-29 lasts no longer for being written again', () => {
    expect(cookies({}, NOON_MS + 9 * DAY_MS + 999)[1]).toMatch(/; Max-Age=86399$/);
  });

  it('is Secure on https, its end too', () => {
    expect(cookies({}, NOON_MS, true).every((each) => each.endsWith('; Secure'))).toBe(true);
  });

  it('L-26 is the same for two visitors who gave the same answer', () => {
    const other = { recordId: 'another', decidedAt: NOON_MS + 1, expiresAt: STATE.expiresAt! + 1 };
    expect(valueOf(other)).toBe(valueOf());
    expect(valueOf()).not.toContain('0b0e7a52');
  });

  it('is told in letters no server has to decode', () => {
    const value = valueOf({ policyVersion: 'März 2026 & später; granted=social\ud800' }) ?? '';
    expect(value).toMatch(/^[\w.:&=-]+$/);
    expect(decodeURIComponent(value)).toBe(value);
    expect(new URLSearchParams(value).getAll('granted')).toEqual(['analytics.service:pins']);
  });

  it('that is a no says that nothing is granted, the necessary included', () => {
    const purposes = { necessary: true, analytics: false, social: false };
    const value = valueOf({ purposes, services: { film: false, pins: false } });
    expect(new URLSearchParams(value).get('granted')).toBe('');
  });

  it('grants nothing the policy does not name', () => {
    const purposes = { analytics: true, ads: true, toString: true };
    expect(valueOf({ purposes, services: { spy: true } })).toContain('granted=analytics&');
  });

  it('L-28 is told while something is asked anew: what is still granted', () => {
    expect(valueOf({ decided: false, services: {} })).toContain('granted=analytics&');
  });
});

describe('only the end of an older cookie is written', () => {
  it.each<[string, Partial<ConsentState>]>([
    ['L-10 before a choice', { recordId: null, decidedAt: null, expiresAt: null, source: null }],
    ['F-13 for a choice that ends with the page', { storage: 'memory' }],
    ['L-28 once it has run out', { expiresAt: NOON_MS }],
    ['F-11 for a record without a day', { decidedAt: 'today' as unknown as number }],
    ['F-11 for a record without a time', { expiresAt: Number.NaN }],
    ['F-11 for a record without an end', { expiresAt: 1e300 }],
  ])('%s', (_when, change) => {
    expect(cookies(change)).toEqual([GONE]);
  });
});

describe('the notice', () => {
  const necessary = (policy: typeof POLICY) =>
    withMirror(policy, 'P6M').purposes.find(({ id }) => id === 'necessary');
  const mirror = { name: 's9-consent', lifetime: 'P6M' };

  it('names the cookie under what is necessary, and nowhere else', () => {
    expect(necessary(POLICY)?.cookies).toEqual([mirror]);
    expect(withMirror(POLICY, 'P6M').purposes.slice(1)).toEqual(POLICY.purposes.slice(1));
  });

  it('names it once, and what else is declared there', () => {
    const login = { name: 'login' };
    const purposes = POLICY.purposes.map((purpose) =>
      purpose.id === 'necessary'
        ? { ...purpose, cookies: [login, { name: 's9-consent', lifetime: 'P1Y' }] }
        : purpose,
    );
    expect(necessary({ ...POLICY, purposes })?.cookies).toEqual([login, mirror]);
  });
});
