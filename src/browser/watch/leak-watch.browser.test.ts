import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Announcements } from '../../core/announcements.ts';
import { POLICY } from '../../core/choice/fakes.ts';
import { stateOf } from '../../core/choice/state.ts';
import { NOTHING_REMAINS } from '../../core/gate/remains.ts';
import { announce } from '../announce/page.ts';
import { watchLeaks } from './leak-watch.ts';
import { startWatch } from './watch-loader.ts';

type Named = Record<string, unknown> & { readonly url: string };

/** Nobody answers at any of them; the browser lists the request all the same. */
const [STRANGER, OTHER, FILM, PINS, OWN] = [9, 10, 11, 12, 13].map(
  (port) => `http://127.0.0.1:${port}`,
);
const hostOf = (origin: string | undefined): string[] => [new URL(origin ?? '').host];

const policy = {
  ...POLICY,
  purposes: POLICY.purposes.map((purpose) =>
    purpose.id === 'social'
      ? {
          ...purpose,
          services: [
            { id: 'film', hosts: hostOf(FILM), data: [] },
            { id: 'pins', hosts: hostOf(PINS), data: [] },
          ],
        }
      : purpose,
  ),
};

const YESTERDAY_MS = Date.now() - 86_400_000;
/** A clock that is being set right runs at another pace than the one requests are timed by. */
const aMomentAgo = (): number => Date.now() - 1000;
const NONE: Announcements['change'] = {
  ...stateOf(
    null,
    { purposes: { necessary: true }, services: {} },
    { decided: true, policyVersion: '1', signals: { gpc: false }, storage: 'indexeddb' },
  ),
  remains: NOTHING_REMAINS,
};
const FILM_ONLY = { ...NONE, services: { film: true } };

const named: Named[] = [];
const about = (url: string) => named.filter((each) => each.url === url);
const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const lastTable = (): string => String(warn.mock.lastCall?.[0]);

function image(src: string, className = ''): HTMLImageElement {
  const element = document.createElement('img');
  Object.assign(element, { src, className });
  document.body.append(element);
  return element;
}

/** The browser has listed it, and told every observer: another may come first. */
const listed = (url: string) =>
  new Promise<void>((resolve) => {
    new PerformanceObserver((list) => {
      const isListed = list.getEntries().some(({ name }) => name === url);
      if (isListed) requestAnimationFrame(() => resolve());
    }).observe({ type: 'resource', buffered: true });
  });

async function judged(...urls: string[]): Promise<void> {
  await Promise.all(urls.map(listed));
  vi.advanceTimersByTime(500);
}

// One page, one watch: what the first test asks, it asks before there is any.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  document.addEventListener('s9:refused', (event) => {
    named.push(event.detail as unknown as Named);
  });
});

afterEach(() => {
  document.body.replaceChildren();
  warn.mockClear();
});

it('F-33 names what was asked before it came, once the stored choice is known', async () => {
  const [leak, granted] = [`${STRANGER}/early.svg`, `${FILM}/early.svg`];
  const element = image(`${leak}?person=1`, 'pixel');
  image(granted);
  await Promise.all([listed(`${leak}?person=1`), listed(granted)]);
  startWatch(() => Promise.resolve(watchLeaks), {
    policy,
    ownHosts: hostOf(OWN),
    widgetUrls: [],
  });
  await Promise.resolve();
  await judged(granted);
  expect(named).toEqual([]);
  announce('ready', { ...FILM_ONLY, decidedAt: YESTERDAY_MS });
  await judged();
  expect(about(leak)).toMatchObject([
    { action: 'request', reason: 'leak', host: '127.0.0.1:9', initiator: 'img', element },
  ]);
  expect(about(granted)).toEqual([]);
  expect(lastTable()).toMatch(new RegExp(`img\\.pixel +${leak}`));
  expect(lastTable()).not.toContain('person');
});

it('says which service would have explained it', async () => {
  const url = `${PINS}/board.svg`;
  image(url);
  await judged(url);
  expect(about(url)).toMatchObject([{ purpose: 'social', service: 'pins' }]);
});

it('L-22 names a connection made ahead', async () => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preconnect', href: STRANGER });
  document.body.append(link);
  await judged();
  expect(about(`${STRANGER}/`)).toMatchObject([{ initiator: 'preconnect', element: link }]);
});

it('does not name what was released, nor what is the site’s own', async () => {
  const urls = [`${STRANGER}/released.svg`, `${OWN}/logo.svg`] as const;
  const [element] = urls.map((url) => image(url)) as unknown as [Element, Element];
  announce('release', { element, ids: ['necessary'] });
  await judged(...urls);
  expect(urls.flatMap(about)).toEqual([]);
});

it('L-19 names what is asked after a withdrawal', async () => {
  const url = `${FILM}/later.svg`;
  announce('change', { ...NONE, decidedAt: aMomentAgo() });
  image(url);
  await judged(url);
  expect(about(url)).toMatchObject([{ reason: 'leak', service: 'film' }]);
});

it('counts a choice from when it was made, which is before the page is told', async () => {
  const url = `${PINS}/granted.svg`;
  const decidedAt = aMomentAgo();
  image(url);
  await listed(url);
  announce('change', { ...NONE, services: { pins: true }, decidedAt });
  await judged();
  expect(about(url)).toEqual([]);
});

it('F-36 tells what a policy of the page reports', async () => {
  const url = 'wss://stranger.example/socket';
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      blockedURI: `${url}?person=1`,
      effectiveDirective: 'connect-src',
      disposition: 'report',
    } as SecurityPolicyViolationEventInit),
  );
  await judged();
  expect(about(url)).toMatchObject([{ initiator: 'connect-src', blocked: false }]);
});

it('draws the table again only when there is something new', async () => {
  const url = `${OTHER}/twice.svg`;
  image(url);
  await judged(url);
  image(`${url}?again`);
  await judged(`${url}?again`);
  expect(about(url)).toHaveLength(1);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(lastTable()).toContain(`${STRANGER}/early.svg`);
});

let looks = 0;

/** Puts markup into the page, and a request after which the watch looks again. */
async function lookedAt(html: string): Promise<void> {
  document.body.innerHTML = html;
  const url = `${OWN}/look-${++looks}.svg`;
  image(url);
  await judged(url);
}

it('F-33 names a marked element whose host no service declares, though nothing is fetched', async () => {
  const url = `${STRANGER}/frame.html`;
  await lookedAt(`<iframe class="film" data-consent="social" data-src="${url}?person=1"></iframe>
    <iframe data-consent="social" data-src="${FILM}/declared.html"></iframe>
    <img data-consent="social" data-src="${OWN}/own.svg" alt="">`);
  const [element] = document.getElementsByTagName('iframe');
  expect(about(url)).toEqual([
    { action: 'markup', reason: 'undeclared', url, host: '127.0.0.1:9', element },
  ]);
  expect(lastTable()).toMatch(new RegExp(`iframe\\.film +${url} +no service`));
  expect(lastTable()).not.toMatch(/declared\.html|own\.svg|person/);
});

it.each([
  ['img', '<img src="@" alt="">'],
  ['img', '<img srcset="@ 2x" alt="">'],
  ['source', '<picture><source srcset="@"><img alt=""></picture>'],
  ['video', '<video poster="@"></video>'],
  ['script', '<script src="@"></script>'],
  ['link', '<link rel="stylesheet" href="@">'],
  ['link', '<link rel="modulepreload" href="@">'],
  ['image', '<svg><image href="@" /></svg>'],
  ['img', '<template><img src="@" alt=""></template>'],
])('F-33 names a live %s in a held template: %s', async (localName, markup) => {
  const url = `${FILM}/${markup.length}-${localName}.svg`;
  await lookedAt(`<template data-consent="social"><p>${markup.replace('@', url)}</p></template>`);
  expect(about(url)).toMatchObject([{ action: 'markup', reason: 'live', element: { localName } }]);
});

it.each([
  '<img data-src="@" alt="">',
  '<iframe src="@"></iframe>',
  '<video src="@"></video>',
  '<script type="text/plain" data-consent="social" data-src="@"></script>',
  '<a href="@">There</a>',
])('says nothing of what no engine reads ahead: %s', async (markup) => {
  const url = `${FILM}/quiet-${markup.length}.svg`;
  await lookedAt(`<template data-consent="social">${markup.replace('@', url)}</template>
    <template><img src="${url}" alt=""></template>`);
  expect(about(url)).toEqual([]);
});

it('L-10 keeps nothing', () => {
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
});
