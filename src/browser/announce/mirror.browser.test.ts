import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Announcements } from '../../core/announcements.ts';
import { POLICY, SETTINGS } from '../../core/choice/fakes.ts';
import { NOTHING_REMAINS } from '../../core/gate/remains.ts';
import { startMirror } from './mirror.ts';
import { announce } from './page.ts';

const NOW_MS = Date.now();

type Change = Announcements['change'];

const YES: Change = {
  remains: NOTHING_REMAINS,
  decided: true,
  purposes: { necessary: true, analytics: true, social: false },
  services: { film: false, pins: false },
  recordId: 'one',
  policyVersion: '2026-03-01',
  decidedAt: NOW_MS,
  expiresAt: NOW_MS + 86_400_000,
  source: 'custom',
  signals: { gpc: false },
  storage: 'indexeddb',
};
const NONE: Change = { ...YES, recordId: null, decidedAt: null, expiresAt: null };
const NO: Change = { ...YES, purposes: { necessary: true, analytics: false, social: false } };

const granted = (): string | null => {
  const value = /(?:^|; )s9-consent=([^;]*)/.exec(document.cookie)?.[1];
  return value === undefined ? null : new URLSearchParams(value).get('granted');
};

/** The document's cookie, as seen by whoever reads or writes it until the test ends. */
function watchCookie(write: (cookie: string) => void) {
  const read = vi.fn(() => '');
  Object.defineProperty(document, 'cookie', { configurable: true, get: read, set: write });
  return read;
}

// One page, one mirror: it hears every test's announcements.
beforeAll(() => void startMirror({ ...SETTINGS, policy: POLICY }));

afterEach(() => {
  delete (document as Partial<Document>).cookie;
  announce('change', NONE);
});

it('L-10 leaves nothing before a choice, and takes away what is left of an older one', () => {
  announce('ready', NONE);
  expect(document.cookie).toBe('');
  document.cookie = 's9-consent=policy=1&granted=analytics; Path=/';
  announce('ready', NONE);
  expect(document.cookie).toBe('');
});

it('follows a yes, a no and an erasure', () => {
  announce('change', YES);
  expect(granted()).toBe('analytics');
  announce('change', NO);
  expect(granted()).toBe('');
  announce('change', NONE);
  expect(granted()).toBeNull();
});

it('tells a choice that was found as one that is made', () => {
  announce('ready', YES);
  expect(granted()).toBe('analytics');
});

it('stands for the whole site, once', () => {
  document.cookie = 's9-consent=policy=1&granted=social; Path=/';
  announce('change', YES);
  expect(document.cookie.match(/s9-consent=/g)).toHaveLength(1);
});

it('L-19 a no that is too long for a cookie leaves no older yes in place', () => {
  announce('change', YES);
  announce('change', { ...NO, policyVersion: '1'.repeat(5000) });
  expect(granted()).toBeNull();
});

it('F-13 never reads what it has written', () => {
  const written: string[] = [];
  const read = watchCookie((cookie) => written.push(cookie));
  announce('ready', YES);
  expect(read).not.toHaveBeenCalled();
  expect(written).toHaveLength(2);
});

it('F-02 breaks nothing where cookies are refused', () => {
  const failed = vi.fn();
  addEventListener('error', failed);
  watchCookie(() => {
    throw new DOMException('the document is sandboxed', 'SecurityError');
  });
  announce('ready', YES);
  removeEventListener('error', failed);
  expect(failed).not.toHaveBeenCalled();
});
