// On the sample site anybody can look at the notice in each language, by keyboard too.
import { expect } from '../../support/expect.ts';
import { openStudio, test } from '../a-designer-takes-the-notice-away/studio.ts';

openStudio();

test('L-24 the language picked beside a sample page is that of the notice, from page to page', async ({
  page,
  studio,
}) => {
  const title = page.locator('s9-consent #title');
  const picker = page.getByRole('combobox', { name: 'The notice speaks' });
  await page.goto(studio.origin);
  await expect(title).toHaveText('Slack Water Press asks for your consent');
  await expect(picker.getByRole('option')).toHaveCount(41);
  await picker.focus();
  await picker.selectOption('Deutsch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Slack Water Press bittet um Ihre Einwilligung');
  await expect(picker).toHaveValue('de');
  // The magazine's own words stay what they are, for whoever hears them.
  await expect(page.locator('.magazine')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'Market boats' }).first().click();
  await expect(page).toHaveURL(/second\.html\?lang=de$/);
  await expect(title).toHaveText('Slack Water Press bittet um Ihre Einwilligung');
});
