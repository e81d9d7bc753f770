// A notice in a form can be read and used by everyone, under every look of the page around it.
import axe from 'axe-core';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { boxOf, held, newsletter } from './forms.ts';

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      document.querySelector('form') as Element,
    );
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

const LOOKS: Readonly<Record<string, string>> = {
  'a plain page': '',
  'a dark page': ':root { color-scheme: dark; background: #14161a; color: #eee }',
  'a theme': ':root { --s9-surface: #102a43; --s9-ink: #f0f4f8; --s9-control: #ffd166 }',
};

for (const [look, style] of Object.entries(LOOKS)) {
  test(`S-14 on ${look} axe finds nothing, folded, open and held`, async ({
    page,
    visit,
    notice,
  }) => {
    await visit(`<style>${style}</style>${newsletter()}`);
    await notice.reject();
    await expect(boxOf(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-consent-notice] summary').click();
    await page.getByLabel('Address').fill('ann@example.com');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(held(page)).toHaveText(/./);
    await expect(boxOf(page)).toHaveAccessibleDescription(/once you tick this box/);
    expect(await violations(page)).toEqual([]);
  });
}

test('what can be pressed is 44 pixels high, and nothing runs out of 320 pixels', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit(newsletter());
  await page.locator('[data-consent-notice] summary').click();
  const small = await page
    .locator('[data-consent-notice]')
    .evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('summary, label, a, button') ?? [])]
        .filter((each) => each.getBoundingClientRect().height < 44)
        .map(({ outerHTML }) => outerHTML),
    );
  expect(small).toEqual([]);
  const isWide = () => document.documentElement.scrollWidth > innerWidth;
  expect(await page.evaluate(isWide)).toBe(false);
});
