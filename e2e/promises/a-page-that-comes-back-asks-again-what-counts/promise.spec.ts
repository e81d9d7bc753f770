// F-20: a page out of the back/forward cache goes by what counts now, not by what counted when it left.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { findChromium } from '../../../scripts/browsers.mjs';
import { expect, test } from '../../support/fixture.ts';
import { killAll, launchOn } from '../../support/own-browser.ts';
import type { WithApi } from '../../support/public-api.ts';
import type { World } from '../../support/world.ts';

let profile: string;
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 's9-profile-'));
});
test.afterEach(async () => {
  await killAll();
  await rm(profile, { recursive: true, force: true });
});

/** A page that may be kept: the site's usual `no-store` forbids it. */
const KEPT = { headers: { 'cache-control': 'no-cache' } };

const noteReturns = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) Object.assign(globalThis, { isBack: true });
    });
  });

async function goBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => (globalThis as { isBack?: boolean }).isBack);
}

/** Playwright's own browser has no such cache. */
async function browserWithCache(): Promise<Page> {
  const { context } = await launchOn(profile, findChromium);
  const page = await context.newPage();
  await noteReturns(page);
  return page;
}

/** Nothing of the answer is on its way any more: a page that is at work when it is left may not be kept. */
async function hasToldOne(page: Page, world: World): Promise<void> {
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const ledger = () =>
    page.evaluate(
      async () => (await (globalThis as unknown as WithApi).social9.consent.export())?.ledger,
    );
  await expect.poll(ledger).toMatchObject([{ outcome: 'sent' }]);
}

test('F-16 F-20 a grant taken back on the next page is taken back here too', async ({
  visit,
  noticeOn,
  records,
  world,
}) => {
  const page = await browserWithCache();
  const notice = noticeOn(page);
  // Chromium lets go of a page whose channel was spoken to while it was away; and so nobody tells it.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await visit('<p>Shoes</p>', { ...KEPT, page });
  await notice.accept();
  await hasToldOne(page, world);
  await visit('<p>Boots</p>', { at: '/boots', page });
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => records(page)).toMatchObject([{}, { source: 'withdraw' }]);

  await goBack(page);
  await page.waitForFunction(
    () => (globalThis as unknown as WithApi).social9.consent.state.source === 'withdraw',
  );
  await page.evaluate(() => {
    const held = document.createElement('script');
    Object.assign(held, { type: 'text/plain', textContent: 'ran = ["late"]' });
    held.dataset['consent'] = 'analytics';
    document.body.append(held);
  });
  expect(world.receiver.events('s9.page_view')).toHaveLength(2);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

test('F-20 where nothing changed, coming back is a view of its own', async ({
  visit,
  noticeOn,
  world,
}) => {
  const page = await browserWithCache();
  await visit('<p>Shoes</p>', { ...KEPT, page });
  await noticeOn(page).accept();
  await hasToldOne(page, world);
  await visit('<p>Boots</p>', { at: '/boots', page });
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  await goBack(page);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(3);
  await noticeOn(page).isSilent();
});
