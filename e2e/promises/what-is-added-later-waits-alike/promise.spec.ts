// Tags that a script adds after the load are held and released like those of the page itself.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/** Puts markup into the page as frameworks do: parsed apart, then appended. */
const add = (page: Page, markup: string, origin: string): Promise<void> =>
  page.evaluate(
    ([text = '', third = '']) => {
      const range = document
        .createRange()
        .createContextualFragment(text.replaceAll('THIRD', third));
      document.querySelector('#place')?.append(range);
    },
    [markup, origin],
  );

const script = (name: string): string =>
  `<script type="text/plain" data-consent="analytics" data-src="THIRD/${name}.js"></script>`;
const FRAME =
  '<iframe data-consent="social" data-src="THIRD/video.html" width="300" height="200" title="A video"></iframe>';
const TEMPLATE = '<template data-consent="social"><p id="from-template">Now here</p></template>';

test('before a choice they wait, and are released with the others @engine', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  await visit();
  await notice.asks();
  await add(page, `<div>${script('added')}${FRAME}${TEMPLATE}</div>`, world.thirdParty.origin);
  await expect(notice.control('load-once')).toBeVisible();
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.accept();
  await expect.poll(ran).toEqual(['/added.js']);
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await expect(page.locator('#from-template')).toBeVisible();
});

test('after a yes they are released at once, each once', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect(notice.permanentControl).toBeVisible();
  await add(page, script('one') + script('two'), world.thirdParty.origin);
  await expect.poll(ran).toEqual(['/one.js', '/two.js']);
  await add(page, script('three'), world.thirdParty.origin);
  await expect.poll(ran).toEqual(['/one.js', '/two.js', '/three.js']);
  expect(world.thirdParty.hits()).toHaveLength(3);
});

test('after a no they wait', async ({ page, visit, notice, ran, world }) => {
  await visit();
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
  await add(page, script('one') + FRAME + TEMPLATE, world.thirdParty.origin);
  await expect(notice.control('load-once')).toBeVisible();
  await expect(page.locator('#from-template')).toHaveCount(0);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('a tag that gets its attribute later waits for it', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect(notice.permanentControl).toBeVisible();
  await page.evaluate((src) => {
    const late = document.createElement('script');
    late.type = 'text/plain';
    late.dataset['src'] = src;
    document.body.append(late);
    late.dataset['consent'] = 'analytics';
  }, `${world.thirdParty.origin}/late.js`);
  await expect.poll(ran).toEqual(['/late.js']);
});

test('a frame the site takes away takes its placeholder along', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit();
  await add(page, FRAME, world.thirdParty.origin);
  await expect(notice.control('load-once')).toBeVisible();
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect(notice.control('load-once')).toHaveCount(0);
});

const rooted = (markup: string): string =>
  `<x-film><template shadowrootmode="open">${markup}</template></x-film>`;

test('in open shadow roots that the page has, declared or made by its components, it waits too @engine', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  const held = (name: string) => script(name).replace('THIRD', '{{third-party}}');
  const frame = FRAME.replace('THIRD', '{{third-party}}');
  await visit(
    `${rooted(`<p>A film</p>${frame}${rooted(held('inner'))}`)}<x-stat></x-stat>
    <script type="module">
      customElements.define('x-stat', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = \`${held('made').replaceAll('</script', '<\\/script')}\`; }
      });
    </script>`,
  );
  await expect(notice.control('load-once')).toBeVisible();
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.accept();
  await expect.poll(async () => (await ran()).toSorted()).toEqual(['/inner.js', '/made.js']);
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
});
