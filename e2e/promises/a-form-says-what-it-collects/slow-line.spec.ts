// No box stands in a form before what judges its press has come, so that a person's first press counts.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { boxOf, FALLBACK, newsletter, sentTo } from './forms.ts';

const JUDGE = 's9-consent-judge.js';

test('F-45 L-11 on a slow line the box comes with what judges it, and its first press counts @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit('<p>Here</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const letCome = world.widget.hold(JUDGE);
  const before = world.widget.fetched().length;
  // What asks for no consent waits for nobody.
  await visit(`${newsletter(FALLBACK)}<form><div data-consent-notice="contact"></div></form>`);
  await expect.poll(() => world.widget.fetched().slice(before)).toContain(JUDGE);
  await expect(page.getByText('To answer you')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveAccessibleName('Send me the newsletter');
  letCome();
  await notice.rest(page.locator('[data-action=tick]'));
  await boxOf(page).click();
  await expect(boxOf(page)).toBeChecked();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toMatchObject([{}, { source: 'collection', input: 'pointer' }]);
  expect(sentTo(world.host)).toMatchObject([{ consent: (await records())[1]?.recordId }]);
});

test('F-34 L-18 without what judges presses a form stays as it was written, and what was agreed to can be taken back', async ({
  page,
  visit,
  notice,
  records,
  law,
  world,
}) => {
  law.allow('consoleErrors', /Failed to load|Social9/);
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter(FALLBACK));
  await notice.rest(page.locator('[data-action=tick]'));
  await boxOf(page).click();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  world.widget.sabotage(JUDGE, 'aborted');
  await visit(newsletter(FALLBACK));
  await expect.poll(records).toHaveLength(1);
  await expect(boxOf(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Send me the newsletter' }).check();
  await page.getByLabel('Address').fill('bob@example.com');
  await page.evaluate(async () => {
    await (globalThis as unknown as WithApi).social9.consent.withdraw('newsletter');
  });
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw', collection: 'newsletter' }]);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(sentTo(world.host)).toMatchObject([{}, { email: 'bob@example.com', consent: '' }]);
});
