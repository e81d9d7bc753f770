// Visible first, quiet ever after: what a visit costs, in counts that no machine changes.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import { counted, countedAtRest, watchCounts } from './watch.ts';

const NOTHING = { timers: 0, intervals: 0, layouts: 0, observers: 0, calls: 0, frames: 0 };

/** What runs at the beginning has its time; then a page at rest is one in which nothing of ours runs. */
const isAtRest = (page: Page) =>
  expect.poll(() => countedAtRest(page), { timeout: 60_000 }).toEqual(NOTHING);

test.beforeEach(({ page }) => watchCounts(page));

test('L-14 the banner is drawn without loading a grammar, and nothing runs while it is read @engine', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit('<p>Words</p>');
  await notice.asks();
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-answer.js');
  await isAtRest(page);
  const { intl, intervals, opened, hearing } = await counted(page);
  expect(intl).toEqual(['PluralRules']);
  expect({ intervals, opened, hearing }).toEqual({ intervals: 0, opened: 1, hearing: 1 });
});

test('L-14 with settings in the page neither', async ({ page, visit, notice }) => {
  await visit(`${settings({ layout: 'box' })}{{tag}}<p>Words</p>`);
  await notice.asks();
  await isAtRest(page);
  expect(await counted(page)).toMatchObject({ intl: ['PluralRules'], intervals: 0, opened: 1 });
});

test('who has answered pays one look at the disk, and then nothing runs, over a held frame neither', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(async () => (await records()).length).toBe(1);
  await isAtRest(page);
  await visit('<p>Words</p>');
  await expect(notice.permanentControl).toBeVisible();
  await isAtRest(page);
  expect(await counted(page)).toMatchObject({ intl: [], intervals: 0, opened: 1 });
  await visit(
    '<iframe data-consent="social" data-src="https://www.youtube.com/embed/film"></iframe>',
  );
  await expect(notice.placeholderIn('iframe')).toBeVisible();
  await isAtRest(page);
  expect(await counted(page)).toMatchObject({ intervals: 0, opened: 1 });
});

test('F-34 the load event of the page waits for no file of ours, however long it takes @engine', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  law.allow('consoleErrors', /late\.svg/);
  const letPicture = world.widget.hold('late.svg');
  const letFile = world.widget.hold('s9-consent-ui.js');
  // The page is still loading when the file is asked for.
  const loaded = visit('<p>Words</p><img src="{{widget}}/late.svg" alt="">');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-ui.js');
  letPicture();
  await loaded;
  expect(await page.evaluate(() => document.readyState)).toBe('complete');
  await notice.isSilent();
  letFile();
  await notice.asks();
  const asked = world.widget.fetched().filter((name) => name === 's9-consent-ui.js');
  expect(asked).toHaveLength(1);
  await expect(page.locator('link[rel="preload"], script[src*="-ui.js"]')).toHaveCount(0);
});
