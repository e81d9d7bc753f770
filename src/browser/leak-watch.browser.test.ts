import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { POLICY } from '../core/fakes.ts';
import { watchLeaks } from './leak-watch.ts';
import { announce } from './page-events.ts';
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
const FILM_ONLY = { purposes: { necessary: true }, services: { film: true } };

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
    named.push((event as CustomEvent<Named>).detail);
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
  const [element] = urls.map((url) => image(url));
  announce('release', { element, ids: ['necessary'] });
  await judged(...urls);
  expect(urls.flatMap(about)).toEqual([]);
});

it('L-19 names what is asked after a withdrawal', async () => {
  const url = `${FILM}/later.svg`;
  announce('change', { purposes: { necessary: true }, services: {}, decidedAt: Date.now() });
  image(url);
  await judged(url);
  expect(about(url)).toMatchObject([{ reason: 'leak', service: 'film' }]);
});

it('counts a choice from when it was made, which is before the page is told', async () => {
  const url = `${PINS}/granted.svg`;
  const decidedAt = Date.now();
  image(url);
  await listed(url);
  announce('change', { purposes: { necessary: true }, services: { pins: true }, decidedAt });
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

it('L-10 keeps nothing', () => {
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
});
