// What a screen reader is told: each view as its tree, and what happens once, politely.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../support/fixture.ts';
import { hear, saidOn } from './said.ts';
import { VIEWS } from './views.ts';

/** Views whose tree stands beside this file; `npx playwright test --update-snapshots=all` writes them, to be read then. */
const WRITTEN = ['banner', 'banner, rows open'];

for (const view of VIEWS.filter(({ name }) => WRITTEN.includes(name))) {
  test(`4.1.2 ${view.name}: the tree is as it was read`, async ({ page, visit, notice }, info) => {
    await visit('whole-page.html');
    await notice.asks();
    await view.come(page, notice);
    const tree = `${await view.of(notice).ariaSnapshot()}\n`;
    const file = join(import.meta.dirname, `${view.name.replaceAll(/\W+/g, '-')}.tree.yml`);
    if (info.config.updateSnapshots === 'all') await writeFile(file, tree);
    expect(tree).toBe(await readFile(file, 'utf8'));
  });
}

for (const view of VIEWS.filter(({ name }) => ['banner', 'preferences'].includes(name))) {
  test(`4.1.3 ${view.name}: a press that does not count is said once, and politely`, async ({
    page,
    visit,
    notice,
  }) => {
    await visit('whole-page.html');
    await notice.asks();
    await view.come(page, notice);
    await hear(page);
    await view
      .of(notice)
      .locator('[data-action=accept]')
      .evaluate((button: HTMLElement) => button.click());
    await expect(notice.element.getByRole('status')).toContainText('Not counted');
    await expect
      .poll(() => saidOn(page))
      .toEqual([expect.stringMatching(/^Not counted: a program/)]);
    await expect(view.of(notice).getByRole('alert')).toHaveCount(0);
  });
}

test('4.1.3 the banner comes, opens and is walked through without a word', async ({
  page,
  visit,
  notice,
}) => {
  await visit('whole-page.html');
  await notice.asks();
  await hear(page);
  await page.evaluate(() => document.querySelector('s9-consent')?.remove());
  await notice.asks();
  await notice.element.locator('summary').first().click();
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('Tab');
  await expect(notice.element.locator('details dl').first()).toBeVisible();
  expect(await saidOn(page)).toEqual([]);
});

test('4.1.3 after an answer nothing is said twice', async ({ page, visit, notice, records }) => {
  await visit('whole-page.html');
  await notice.asks();
  await hear(page);
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
  await expect.poll(async () => (await records()).length).toBe(1);
  const said = await saidOn(page);
  expect(said).toEqual([...new Set(said)]);
});

test('what is said a second time would be heard', async ({ page, visit, notice }) => {
  await visit('whole-page.html');
  await notice.asks();
  await hear(page);
  await page.evaluate(() => {
    const region = document.createElement('p');
    region.role = 'status';
    document.querySelector('s9-consent')?.shadowRoot?.append(region);
    region.textContent = 'One';
  });
  await expect.poll(() => saidOn(page)).toEqual(['One']);
  await page.evaluate(() => {
    const region = document.querySelector('s9-consent')?.shadowRoot?.querySelector('[role=status]');
    region?.replaceChildren('Two');
  });
  await expect.poll(() => saidOn(page)).toEqual(['One', 'Two']);
});
