// Every kind of tag the contract knows asks for nothing before the choice, and for its own once after it.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { addLast, LAST, PAGE, PATHS } from './kinds.ts';

/** Driven from outside, Chromium and Firefox connect ahead for no one: here only the address shows. */
const connecting = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('link[rel="preconnect"][href]').length);

test('F-33 L-22 no request before, one request each after @engine', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const hits = (): string[] => world.thirdParty.hits().toSorted();
  await visit(PAGE);
  await expect(page.locator('[data-filled]')).toBeAttached();
  await notice.rest(notice.control('accept'));
  expect(hits()).toEqual([]);
  expect(await connecting(page)).toBe(0);
  await notice.accept();
  await expect.poll(hits).toEqual(PATHS);
  await expect.poll(() => connecting(page)).toBe(1);
  await page.evaluate(addLast, world.thirdParty.origin + LAST);
  await expect.poll(() => world.thirdParty.count(LAST)).toBe(1);
  expect(hits()).toEqual([...PATHS, LAST].toSorted());
});

test('F-33 a no leaves every one of them as it is', async ({ page, visit, notice, world }) => {
  await visit(PAGE);
  await expect(page.locator('[data-filled]')).toBeAttached();
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
  await visit(PAGE);
  await expect(page.locator('[data-filled]')).toBeAttached();
  await expect(notice.control('load-once').first()).toBeVisible();
  expect(world.thirdParty.hits()).toEqual([]);
  expect(await connecting(page)).toBe(0);
});

for (const [how, src] of [
  ['is cut off', '{{widget}}/s9-consent.js'],
  ['is missing', '/missing.js'],
  ['is not understood', '/too-new.js'],
] as const) {
  test(`F-34 a widget that ${how} leaves every one of them held`, async ({
    page,
    visit,
    law,
    world,
  }) => {
    law.allow('consoleErrors', /Failed to load|404/);
    law.allow('pageErrors', /SyntaxError/);
    if (how === 'is cut off') world.widget.sabotage('s9-consent.js', 'aborted');
    world.host.put('/too-new.js', 'a syntax of the future;');
    await visit(PAGE, { tag: { src } });
    await expect(page.locator('[data-filled]')).toBeAttached();
    expect(world.thirdParty.hits()).toEqual([]);
    expect(await connecting(page)).toBe(0);
    await expect(page.getByText('Now here')).toHaveCount(0);
  });
}
