// Before a choice nobody hears of the visit, nothing is stored, and nothing held is in the page.
import { expect, test } from '../../support/fixture.ts';
import { countFingerprintReads, readsIn } from './fingerprint.ts';

const stored = async (): Promise<unknown> => ({
  databases: await indexedDB.databases(),
  local: localStorage.length,
  session: sessionStorage.length,
  cookies: document.cookie,
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
});

const NOTHING = { databases: [], local: 0, session: 0, cookies: '', caches: [], workers: 0 };

/** Addresses of another origin that the page has begun to use, or to get ready for. */
const addressesInUse = (origin: string): string[] =>
  [...document.querySelectorAll('[src],[srcset],[href],[data],[poster]')].flatMap((element) =>
    ['src', 'srcset', 'href', 'data', 'poster']
      .map((name) => element.getAttribute(name) ?? '')
      .filter((value) => value.includes(origin)),
  );

test('L-10 L-11 ten seconds of reading, scrolling and typing send nothing @engine', async ({
  page,
  visit,
  notice,
  world,
  ran,
}) => {
  await page.clock.install();
  await visit();
  await notice.asks();
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 600);
  await page.getByLabel('Search').fill('shoes');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await page.clock.runFor(10_000);
  await page.mouse.click(5, 5);
  await notice.asks();
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
  expect(world.receiver.deliveries()).toEqual([]);
  expect(await page.evaluate(stored)).toEqual(NOTHING);
});

test('L-11 going to another page is no answer', async ({ visit, notice, records, world }) => {
  await visit();
  await notice.asks();
  await visit('page.html', { at: '/second' });
  await notice.asks();
  expect(await records()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('L-22 no held address is in the page, not even to connect ahead', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit();
  await notice.asks();
  expect(await page.evaluate(addressesInUse, world.thirdParty.origin)).toEqual([]);
  await expect(page.locator('#in-template')).toHaveCount(0);
  await page.evaluate((href) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href }),
    );
  }, world.thirdParty.origin);
  expect(await page.evaluate(addressesInUse, world.thirdParty.origin)).toHaveLength(1);
});

test('L-10 nothing is read that tells one device from another', async ({ page, visit, notice }) => {
  await page.addInitScript(countFingerprintReads);
  await visit();
  await notice.asks();
  await notice.press('choose');
  await expect(notice.panel).toBeVisible();
  expect(await page.evaluate(readsIn)).toEqual({});
  await page.evaluate(() => [navigator.userAgent, screen.width]);
  expect(await page.evaluate(readsIn)).toEqual({ userAgent: 1, width: 1 });
});

test('L-12 nothing is ticked in advance', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  await notice.unfold();
  for (const id of ['analytics', 'social', 'service:youtube', 'service:facebook']) {
    await expect(notice.switchOf(id)).not.toBeChecked();
  }
});

/** Firefox reads ahead into templates (its bug 1441044): there their content must be held itself. */
test('L-22 live markup in a template is out of the page', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit(
    `<template data-consent="social"><img src="{{third-party}}/live.svg" alt="">
      <script src="{{third-party}}/live.js"></script></template>`,
  );
  await notice.asks();
  await expect(page.locator('script[src*="live"]')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});
