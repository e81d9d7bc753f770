// What the server is told: the cookie as the browser keeps it, and as it comes with a request.
import type { BrowserContext, Page } from 'playwright/test';
import type { World } from '../../support/world.ts';

/** Everything the default policy asks for. */
export const ALL =
  'analytics.social.service:google.service:youtube.service:facebook.service:pinterest';

/** Every cookie of the site. */
export const cookiesOf = (context: BrowserContext, { host }: World) => context.cookies(host.origin);

/** What the cookie says is granted, `''` for nothing; `null` without a cookie. */
export async function grantedIn(context: BrowserContext, world: World): Promise<string | null> {
  const cookie = (await cookiesOf(context, world)).find(({ name }) => name === 's9-consent');
  return cookie ? new URLSearchParams(cookie.value).get('granted') : null;
}

/** The same, as a server reads it from the last request for a page. */
export function toldLast({ host }: World): string | null {
  const { cookie = '' } = host.requests().findLast(({ line }) => line === 'GET /') ?? {};
  const value = /(?:^|; )s9-consent=([^;]*)/.exec(cookie)?.[1];
  return value === undefined ? null : new URLSearchParams(value).get('granted');
}

/** As a site left it behind, or a person who wants more than was granted wrote it. */
export const leave = (context: BrowserContext, { host }: World): Promise<void> =>
  context.addCookies([
    {
      name: 's9-consent',
      value: 'policy=2026-11-22&granted=analytics.social&decided=2026-11-22&until=2099-01-01',
      url: host.origin,
    },
  ]);

/** From the next page on, how often it was told of a change: the cookie is written by then. */
export async function changesOn(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { changes: 0 };
    Object.assign(globalThis, seen);
    document.addEventListener('s9:change', () => {
      Object.assign(globalThis, { changes: ++seen.changes });
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { changes: number }).changes);
}
