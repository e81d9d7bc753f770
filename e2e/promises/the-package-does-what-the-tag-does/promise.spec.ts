// The npm package, packed and bundled by whatever a site uses, does all that the script tag does.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { expect } from '../../support/fixture.ts';
import type { Notice } from '../../support/notice.ts';
import type { WithApi } from '../../support/public-api.ts';
import type { World } from '../../support/world.ts';
import { BUNDLERS } from './bundlers.ts';
import { deliver } from './network.ts';
import { openShop, test } from './shop.ts';

openShop();

/** Everything that is fetched later is fetched once. */
async function goThroughAll(page: Page, notice: Notice, world: World): Promise<void> {
  await notice.asks();
  await expect(notice.control('load-once')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Send me the newsletter' })).toBeVisible();
  await page.getByRole('button', { name: 'Your data' }).last().click();
  await expect(notice.panel).toContainText('Nothing is kept here');
  await page.keyboard.press('Escape');
  await notice.press('choose');
  await expect(notice.switchOf('analytics')).toBeVisible();
  await notice.press('close');
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.accept();
  await expect
    .poll(() => world.thirdParty.hits())
    .toEqual(expect.arrayContaining(['/stats.js', '/video.html']));
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const receipt = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.receipt(),
  );
  expect(receipt?.['dpv:hasConsentStatus']).toBeTruthy();
}

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  const engine = name === 'Vite 8' ? ' @engine' : '';
  test(`bundled by ${name} it asks, shows, releases and tells${engine}`, async ({
    page,
    visit,
    notice,
    world,
    shop,
  }) => {
    const files = await shop.build(bundle);
    for (const [path, content] of files) world.host.put(path, content);
    await visit(files.get('/index.html'), { tag: false });
    await goThroughAll(page, notice, world);
    // A language is a chunk of its own, and who comes back reads it too.
    await visit(files.get('/index.html')?.replace('lang="en"', 'lang="de"'), { tag: false });
    await expect(notice.permanentControl).toHaveText('Datenschutz-Auswahl');
    const known = ['/', '/favicon.ico', ...files.keys()].map((path) => `GET ${path}`);
    expect(world.host.requests().filter(({ line }) => !known.includes(line))).toEqual([]);
  });
}

test('its tag works from where a network delivers packages', async ({
  page,
  visit,
  notice,
  world,
  shop,
  law,
}) => {
  const network = await deliver(shop);
  law.allow('early', new RegExp(`somebody else was asked: ${network.address}dist/tag/s9-`));
  const hashes = await readFile(join(shop.installed, 'dist/tag/integrity.json'), 'utf8');
  const integrity = (JSON.parse(hashes) as Record<string, string>)['s9-consent.js'] as string;
  const site = await readFile(new URL('app/index.html', import.meta.url), 'utf8');
  await visit(site.replace('<script type="module" src="./main.js"></script>', '{{tag}}'), {
    tag: { src: `${network.address}dist/tag/s9-consent.js`, integrity, crossorigin: 'anonymous' },
  });
  await goThroughAll(page, notice, world);
  expect(network.missed()).toEqual([]);
  await network.close();
});

test('on a server it can be imported, and says that a browser is needed', async ({ shop }) => {
  const server = await readFile(new URL('app/server.js', import.meta.url), 'utf8');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', server],
    { cwd: shop.folder },
  );
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(
    'TypeError: createConsent(): expected to be called in a browser; no receipt',
  );
});
