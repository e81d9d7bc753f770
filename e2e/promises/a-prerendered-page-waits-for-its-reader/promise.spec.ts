// A page made ready before anyone looks at it releases, asks and tells nothing until someone does.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

const PAGE = `<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>
  <iframe data-consent="social" data-src="{{third-party}}/video.html" width="400" height="300" title="A video"></iframe>`;

interface Prerendered extends Document {
  prerendering: boolean;
}

/** Runs in the page before the widget: no engine prerenders here, so the page says that it is. */
function prerender(): void {
  Object.assign(globalThis, { heard: [] });
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  for (const type of ['ready', 'open']) {
    document.addEventListener(`s9:${type}`, () =>
      (globalThis as unknown as { heard: string[] }).heard.push(type),
    );
  }
}

/** Runs in the page: somebody has come to it. */
function activate(): void {
  Object.defineProperty(document, 'prerendering', { value: false });
  document.dispatchEvent(new Event('prerenderingchange'));
}

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as { heard: string[] }).heard]);

/** Whatever the widget does at once, it has done by now: two frames, and a turn at the database. */
async function settled(page: Page, readDatabase: () => Promise<unknown>): Promise<void> {
  const frame = () => page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  await frame();
  await readDatabase();
  await frame();
}

const isPrerendering = (page: Page): Promise<boolean> =>
  page.evaluate(() => (document as Prerendered).prerendering);

test('F-21 with a yes on disk: released and told once, when it is looked at @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  const hits = (): string[] => world.thirdParty.hits().toSorted();
  const views = () => world.receiver.events('s9.page_view');
  await visit(PAGE);
  await notice.accept();
  await expect.poll(hits).toEqual(['/stats.js', '/video.html']);
  await expect.poll(views).toHaveLength(1);
  await expect.poll(records).toHaveLength(1);
  await page.addInitScript(prerender);
  await visit(PAGE, { at: '/next' });
  await settled(page, records);
  expect(await isPrerendering(page)).toBe(true);
  expect(hits()).toHaveLength(2);
  expect(views()).toHaveLength(1);
  await page.evaluate(activate);
  await expect.poll(hits).toEqual(['/stats.js', '/stats.js', '/video.html', '/video.html']);
  await expect.poll(views).toHaveLength(2);
  await page.evaluate(activate);
  await settled(page, records);
  expect(hits()).toHaveLength(4);
  expect(views()).toHaveLength(2);
});

test('F-21 with no choice: it asks when it is looked at', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await page.addInitScript(prerender);
  await visit(PAGE);
  await settled(page, records);
  expect(await heard(page)).toEqual([]);
  await expect(notice.element).toHaveCount(0);
  expect(world.widget.fetched()).toEqual(['s9-consent.js', 's9-consent-settings.js']);
  await page.evaluate(activate);
  await notice.asks();
  expect(await heard(page)).toEqual(['ready', 'open']);
  expect(world.thirdParty.hits()).toEqual([]);
});
