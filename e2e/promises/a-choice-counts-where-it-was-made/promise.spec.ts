// A choice is one site's, made on its own pages: framed in another site, its page knows nothing of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '../../support/fixture.ts';
import { killAll, launchOn } from '../../support/own-browser.ts';
import type { WithApi } from '../../support/public-api.ts';

/** Playwright starts Chromium with one storage for all sites; here it is started as people have it. */
const test = base.extend({
  page: async ({ page, browserName }, use) => {
    if (browserName !== 'chromium') return use(page);
    const profile = await mkdtemp(join(tmpdir(), 's9-profile-'));
    const { context } = await launchOn(profile);
    await use(await context.newPage());
    await killAll();
    await rm(profile, { recursive: true, force: true });
  },
});

test('F-14 a yes says nothing where the page is framed in another site: none granted, asked, written @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/stats.js']);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
  const kept = await records();

  world.host.put(
    '/other',
    `<iframe src="${world.host.origin}/" width="900" height="700"></iframe>`,
  );
  const other = world.host.origin.replace('localhost', 'other.localhost');
  await page.goto(`${other}/other`);
  const framed = page.frames().find((frame) => frame.url() === `${world.host.origin}/`);
  const state = await framed?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    const ready = await consent.ready;
    await consent.open('banner');
    return ready;
  });
  expect(state).toMatchObject({
    decided: false,
    recordId: null,
    purposes: { analytics: false, social: false },
  });
  const inFrame = page.frameLocator('iframe');
  await expect(inFrame.locator('h1')).toBeVisible();
  await expect(inFrame.locator('[data-action=accept], [data-action=reject]')).toHaveCount(0);
  const names = await framed?.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(names).toEqual([]);
  expect(world.thirdParty.hits()).toEqual(['/stats.js']);
  expect(world.receiver.events('s9.page_view')).toHaveLength(1);

  await visit();
  await expect(notice.permanentControl).toBeVisible();
  expect(await records()).toEqual(kept);
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/stats.js', '/stats.js']);
});
