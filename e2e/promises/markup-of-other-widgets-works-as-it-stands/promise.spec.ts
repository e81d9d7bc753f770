// A site that comes from another widget changes its tag and a setting, and none of its marked tags.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { settings } from '../../support/markup.ts';

const FRAME = 'title="A video" width="400" height="300"';

/** Tags as each widget's own documentation has them written: statistics, a film, both. */
const PAGES: Readonly<Record<string, string>> = {
  cookiebot: `
    <script type="text/plain" data-cookieconsent="statistics" src="{{third-party}}/statistics.js"></script>
    <script type="text/plain" data-cookieconsent="statistics,marketing">globalThis.ran.push('both')</script>
    <iframe data-cookieblock-src="{{third-party}}/video.html" data-cookieconsent="marketing" ${FRAME}></iframe>`,
  'vanilla-cookieconsent': `
    <script type="text/plain" data-category="analytics" data-service="Stats" src="{{third-party}}/statistics.js"></script>
    <script type="text/plain" data-category="analytics, marketing">globalThis.ran.push('both')</script>
    <iframe data-category="marketing" data-src="{{third-party}}/video.html" ${FRAME}></iframe>`,
  klaro: `
    <script type="text/plain" data-type="application/javascript" data-name="matomo" data-src="{{third-party}}/statistics.js"></script>
    <script type="text/plain" data-type="application/javascript" data-name="matomo video">globalThis.ran.push('both')</script>
    <iframe data-name="video" data-src="{{third-party}}/video.html" ${FRAME}></iframe>`,
  cookieyes: `
    <script type="text/plain" data-cookieyes="cookieyes-analytics" src="{{third-party}}/statistics.js"></script>
    <script type="text/plain" data-cookieyes="cookieyes-analytics cookieyes-advertisement">globalThis.ran.push('both')</script>
    <iframe data-cookieyes="cookieyes-advertisement" data-src="{{third-party}}/video.html" ${FRAME}></iframe>`,
  onetrust: `
    <script type="text/plain" class="optanon-category-C0002" src="{{third-party}}/statistics.js"></script>
    <script type="text/plain" class="optanon-category-C0002-C0004">globalThis.ran.push('both')</script>
    <iframe class="wide optanon-category-C0004" data-src="{{third-party}}/video.html" ${FRAME}></iframe>`,
};

/** What stands there, all in one line each; a frame that was released without what it was given. */
const written = (page: Page, markup?: string): Promise<string[]> =>
  page.evaluate((given) => {
    const root = given
      ? new DOMParser().parseFromString(given, 'text/html')
      : (document.cloneNode(true) as Document);
    for (const frame of root.querySelectorAll('iframe[src]')) frame.removeAttribute('src');
    const theirs = root.querySelectorAll('script[type="text/plain"], iframe, .note');
    return Array.from(theirs, ({ outerHTML }) => outerHTML);
  }, markup);

const mapOf = (peer: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../docs/markup/${peer}.json`, import.meta.url), 'utf8'));

for (const [peer, tags] of Object.entries(PAGES)) {
  // One that has its address in an attribute of its own.
  const engine = peer === 'cookiebot' ? ' @engine' : '';
  test(`tags written for ${peer}${engine}`, async ({ page, visit, notice, ran, world }) => {
    const body = `<p data-name="note" class="note">Shoes</p>${tags}`;
    await visit(`${settings(mapOf(peer))}{{tag}}${body}`);
    const asWritten = await written(
      page,
      body.replaceAll('{{third-party}}', world.thirdParty.origin),
    );
    await expect(notice.control('reject')).toBeVisible();
    expect(await written(page), 'held').toEqual(asWritten);
    await notice.choose('analytics');
    await expect.poll(ran).toEqual(['/statistics.js']);
    expect(world.thirdParty.hits()).toHaveLength(1);
    await notice.permanentControl.click();
    await notice.press('accept');
    await expect.poll(ran).toEqual(['/statistics.js', 'both']);
    await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
    await expect.poll(() => written(page), 'released').toEqual(asWritten);
  });

  test(`tags written for ${peer} and added later`, async ({ page, visit, notice, ran, world }) => {
    await visit(`${settings(mapOf(peer))}{{tag}}<p>Shoes</p>`);
    await notice.accept();
    await page.evaluate(
      (markup) => {
        document.body.append(document.createRange().createContextualFragment(markup));
      },
      tags.replaceAll('{{third-party}}', world.thirdParty.origin),
    );
    await expect.poll(ran).toEqual(['/statistics.js', 'both']);
    await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  });
}
