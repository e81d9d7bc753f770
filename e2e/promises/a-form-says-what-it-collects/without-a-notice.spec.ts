// Where no notice can be drawn a form stays as it was written, and nothing says that anybody agreed.
import { expect, settings, test } from '../../support/fixture.ts';
import { FALLBACK, newsletter, sentTo } from './forms.ts';

test('F-33 F-34 without its file a form stays as it was written, and nothing says that anybody agreed', async ({
  page,
  visit,
  records,
  law,
  world,
}) => {
  law.expectConsole(/s9-consent-forms\.js/);
  law.allow('consoleErrors', /./);
  world.widget.sabotage('s9-consent-forms.js', 'one-byte-changed');
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter(FALLBACK));
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('checkbox', { name: 'Send me the newsletter' }).check();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(sentTo(world.host)).toEqual([{ email: 'ann@example.com', agreed: 'on', consent: '' }]);
  expect(await records()).toEqual([]);
});

test('a faulty collection is closed by name, and holds no form', async ({
  page,
  visit,
  law,
  world,
}) => {
  law.expectConsole(/policy\.collections\.newsletter\.retention: expected/);
  law.allow('consoleErrors', /./);
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter(FALLBACK), {
    tag:
      settings({ policy: { collections: { newsletter: { retention: 'two years' } } } }) +
      '<script src="{{widget}}/s9-consent.js"></script>',
  });
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('checkbox', { name: 'Send me the newsletter' }).check();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(sentTo(world.host)).toMatchObject([{ consent: '' }]);
});
