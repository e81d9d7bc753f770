// A page of the site in a page of the site follows the outer one's answer: nobody is asked twice.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { tagMarkup } from '../../support/markup.ts';
import type { WithApi } from '../../support/public-api.ts';

const HELD =
  '<script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push(1)</script>';
const inner = `<!doctype html><html lang="en"><head><title>Inner</title>${tagMarkup()}</head><body>${HELD}</body></html>`;
const frameAt = (path: string): string =>
  `<iframe src="${path}" width="700" height="300" title="Our own"></iframe>`;

const insideOf = (page: Page) => page.frames().find((frame) => frame.url().endsWith('/inner'));

const ranInside = (page: Page) => async () =>
  (await insideOf(page)?.evaluate(() => (globalThis as unknown as { ran?: number[] }).ran ?? [])) ??
  [];

/** The inner page has read its choice, and has done what there is to be done. */
const readyInside = (page: Page) =>
  expect
    .poll(() =>
      insideOf(page)?.evaluate(async () => {
        await (globalThis as Partial<WithApi>).social9?.consent.ready;
        return !!(globalThis as Partial<WithApi>).social9;
      }),
    )
    .toBe(true);

test('a page in a page is not asked, and follows a yes and a no @engine', async ({
  page,
  visit,
  world,
  notice,
}) => {
  world.host.put('/inner', inner);
  await visit(frameAt('/inner'));
  await notice.asks();
  await readyInside(page);
  await expect(page.frameLocator('iframe').locator('s9-consent')).toHaveCount(0);
  await notice.accept();
  await expect.poll(ranInside(page)).toEqual([1]);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  const isGranted = () =>
    insideOf(page)?.evaluate(() =>
      (globalThis as unknown as WithApi).social9.consent.allows('analytics'),
    );
  await expect.poll(isGranted).toBe(false);
  await expect(page.frameLocator('iframe').locator('s9-consent')).toHaveCount(0);
});

test('what the inner page opens opens in the outer one, through pages without the widget', async ({
  page,
  visit,
  world,
  notice,
}) => {
  world.host.put('/inner', inner);
  world.host.put('/between', `<!doctype html><title>Between</title>${frameAt('/inner')}`);
  await visit(frameAt('/between'));
  await notice.reject();
  await readyInside(page);
  await insideOf(page)?.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.open('preferences'),
  );
  await expect(notice.panel).toBeVisible();
});

test('in a page without the widget it asks for itself', async ({ page, visit, world }) => {
  world.host.put('/inner', inner);
  await visit(frameAt('/inner'), { tag: false });
  await expect(page.frameLocator('iframe').locator('[data-action=reject]')).toBeVisible();
});
