import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { requestOf, SHOP, TRACKER } from './fakes.ts';
import { watchConsent } from './watch-consent.ts';

/** A page that was just made, or stands somewhere. */
function pageAt(url: string) {
  const context = Object.assign(new EventEmitter(), {
    cookies: async () => [],
    newCDPSession: () => Promise.reject(new Error('not Chromium')),
  });
  const page: EventEmitter = Object.assign(new EventEmitter(), {
    url: () => url,
    context: () => context,
    mainFrame: () => null,
    frames: () => [],
    waitForLoadState: async () => undefined,
    exposeBinding: async () => undefined,
    addInitScript: async () => undefined,
  });
  const ask = (recorded: Parameters<typeof requestOf>[0]) => {
    const request = requestOf(recorded);
    const frame = Object.assign(request.frame(), { page: () => page });
    context.emit('request', Object.assign(request, { frame: () => frame }));
    context.emit('requestfinished', request);
  };
  return { page: page as unknown as Page, ask, context };
}

const QUICK = { settle: { quietMs: 0 } };

it('refuses a page that has been somewhere already', async () => {
  await expect(watchConsent(pageAt(SHOP).page)).rejects.toThrow(
    new TypeError(
      'watchConsent(): expected a page before goto(), not one at https://shop.example/',
    ),
  );
});

it('tells who checks before anything was opened', async () => {
  const watch = await watchConsent(pageAt('about:blank').page, QUICK);
  for (const check of [watch.expectSilence, watch.expectOnly, watch.leaks, watch.accept]) {
    await expect(check()).rejects.toThrow('Nothing has been opened yet: call page.goto() first');
  }
});

it('names what the page asked for, once it was opened, but for what is allowed', async () => {
  const { page, ask } = pageAt('about:blank');
  const watch = await watchConsent(page, { ...QUICK, allow: ['cdn.example'] });
  ask({ url: SHOP, isNavigation: true });
  ask({ url: `${SHOP}own.svg`, type: 'image' });
  ask({ url: 'https://cdn.example/a.js', type: 'script' });
  await watch.expectSilence();
  ask({ url: `${TRACKER}/a.svg`, type: 'image' });
  await expect(watch.expectSilence()).rejects.toThrow(/One thing must not be:[^]*tracker\.example/);
});

it('hears nothing any more when it was stopped', async () => {
  const { page, ask, context } = pageAt('about:blank');
  const watch = await watchConsent(page, QUICK);
  ask({ url: SHOP, isNavigation: true });
  await watch.stop();
  ask({ url: `${TRACKER}/a.svg`, type: 'image' });
  expect(context.eventNames()).toEqual([]);
  await watch.expectSilence();
});

it('gives every check and every answer, each of which can be taken out and called', async () => {
  const watch = await watchConsent(pageAt('about:blank').page);
  expect(Object.keys(watch).toSorted()).toEqual([
    'accept',
    'choose',
    'expectOnly',
    'expectSilence',
    'leaks',
    'reject',
    'stop',
    'withdraw',
  ]);
});
