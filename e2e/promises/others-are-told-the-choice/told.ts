// A shop that announces, and what its page was told, in order, as the vendors' scripts would read it.
import type { Page } from 'playwright/test';
import { settings } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { SNIPPET } from './gtag.ts';

const PURPOSES = [
  { id: 'social', drop: true },
  { id: 'analytics', services: ['google-analytics', 'clarity'] },
  {
    id: 'advertising',
    name: 'Advertising',
    why: 'To pay for this site.',
    basis: 'consent',
    data: ['ip', 'page'],
    recipients: ['controller'],
    retention: 'P13M',
    services: ['meta-pixel', 'microsoft-ads', 'tiktok-pixel'],
  },
];

export const ANNOUNCE = {
  google: {
    analytics_storage: 'analytics',
    ad_storage: 'advertising',
    ad_user_data: 'advertising',
    ad_personalization: 'advertising',
    security_storage: 'granted',
  },
  microsoft: { ad_storage: 'service:microsoft-ads' },
  clarity: { analytics_Storage: 'analytics', ad_Storage: 'advertising' },
  meta: 'service:meta-pixel',
  tiktok: 'service:tiktok-pixel',
};

/** Scripts as vendors hand them out, cut to what has to do with consent; each says what it was called with. */
export const META =
  "(() => { if (globalThis.fbq) return; const calls = globalThis.metaCalls = []; globalThis.fbq = (...call) => calls.push(call.join(' ')); fbq('init', '1'); })();";

export const settingsWith = (announce: object = ANNOUNCE): string =>
  settings({ policy: { purposes: PURPOSES, announce } });

/** Held as the docs say, each by its service. */
export const HELD = `
  <script type="text/plain" data-consent="service:google-analytics">${SNIPPET}</script>
  <script type="text/plain" data-consent="service:meta-pixel">${META}</script>`;

/** Keeps what stood in the queues when the next script of the page ran. */
const AT_ONCE = '<script>globalThis.atOnce = { layer: [...dataLayer], uetq: [...uetq] };</script>';

export const PAGE = `${settingsWith()}{{tag}}${AT_ONCE}${HELD}`;
export const TAG = { 'data-announce': 'google microsoft' };

type Pages = {
  dataLayer?: ArrayLike<unknown>[];
  uetq?: unknown[];
  metaCalls?: string[];
  clarity?: { q?: ArrayLike<unknown>[] };
};

/** Runs in the page: entries of Google's queue in one line each, with the shape that counts. */
export function googleTold(): string[] {
  const { dataLayer = [] } = globalThis as unknown as Pages;
  return dataLayer.map((entry) => {
    if (Object.prototype.toString.call(entry) !== '[object Arguments]')
      return JSON.stringify(entry);
    const [name, kind, values] = Array.from(entry);
    if (name !== 'consent') return [name, typeof kind === 'string' ? kind : ''].join(' ').trim();
    const all = Object.entries(values as Record<string, unknown>);
    const granted = all.filter(([, value]) => value === 'granted').map(([key]) => key);
    return `${String(kind)} of ${all.length}: ${granted.join(' ') || 'nothing'}`;
  });
}

/** Runs in the page: what the others were told, each in its own way. */
export function othersTold(): Record<string, unknown> {
  const { uetq = [], metaCalls = [], clarity } = globalThis as unknown as Pages;
  return {
    microsoft: uetq.map((each) => (typeof each === 'object' ? Object.values(each ?? {}) : each)),
    meta: [...metaCalls],
    clarity: (clarity?.q ?? []).map((each) => Object.values(Array.from(each)[1] as object)),
  };
}

/** Updates that Google was told. */
export const updatesOn = async (page: Page): Promise<string[]> =>
  (await page.evaluate(googleTold)).filter((each) => each.startsWith('update'));

/** Keeps what `change` says could not be undone. */
export const keepRemains = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    consent.on('change', (detail) => {
      Object.assign(globalThis, { remains: (detail as { remains: unknown }).remains });
    });
  });

export const remainsOn = (page: Page) =>
  page.evaluate(() => (globalThis as { remains?: { scripts: string[] } }).remains?.scripts);
