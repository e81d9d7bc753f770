// No script ticks the box of a form, and a tick is no press that a script can say yes with.
import { expect, test } from '../../support/fixture.ts';
import { boxOf, held, newsletter, sentTo } from './forms.ts';

const SCRIPTED: Readonly<Record<string, string>> = {
  'click() on the box': "root.querySelector('input').click()",
  'click() on its words': "root.querySelector('label').click()",
  'checked = true': "root.querySelector('input').checked = true",
};

for (const [kind, script] of Object.entries(SCRIPTED)) {
  const engine = kind === 'click() on the box' ? ' @engine' : '';
  test(`F-43 ${kind} is no tick${engine}`, async ({ page, visit, records, world }) => {
    await visit(newsletter());
    await expect(boxOf(page)).toBeVisible();
    await page.getByLabel('Address').fill('ann@example.com');
    await page.evaluate(
      `{ const root = document.querySelector('[data-consent-notice]').shadowRoot; ${script} }`,
    );
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(held(page)).toHaveText(/./);
    await expect(boxOf(page)).not.toBeChecked();
    expect(sentTo(world.host)).toEqual([]);
    expect(await records()).toEqual([]);
  });
}

test('F-43 the press of a tick is none that a script can say yes with', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit(`${newsletter()}<output></output><script>
    social9.consent.on('refused', ({ reason }) => document.querySelector('output').append(reason));
    addEventListener('click', () => social9.consent.accept(), true);
  </script>`);
  await notice.rest(page.locator('[data-action=tick]'));
  await boxOf(page).click();
  await expect(page.locator('output')).toHaveText(/no-gesture/);
  expect(await records()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});
