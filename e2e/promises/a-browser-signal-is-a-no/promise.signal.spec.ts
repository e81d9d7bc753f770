// Global Privacy Control, switched on in the browser, denies before anything is asked, and is shown.
import { expect, test } from '../../support/fixture.ts';

test('L-43 S-01 the browser really sends the signal', async ({ page, visit }) => {
  await visit('<p>Shoes</p>', { tag: false });
  expect(
    await page.evaluate(
      () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
    ),
  ).toBe(true);
});

test('L-43 nobody is asked, nothing leaves, and the page says that the opt-out was honoured', async ({
  visit,
  notice,
  state,
  world,
}) => {
  await visit();
  expect(await state()).toMatchObject({ purposes: { social: false } });
  await notice.isSilent();
  await expect(notice.element).toContainText(/opt-out.*honou?red/i);
  expect(world.thirdParty.hits()).toEqual([]);
  expect(world.receiver.deliveries()).toEqual([]);
});

test('L-43 data-gpc="ask" asks, with everything off', async ({ visit, notice, world }) => {
  await visit('page.html', { tag: { 'data-gpc': 'ask' } });
  await notice.asks();
  await notice.press('choose');
  await expect(notice.switchOf('social')).not.toBeChecked();
  await expect(notice.element).toContainText(/opt-out.*honou?red/i);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('L-43 an explicit later yes to one service is a record of its own', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.press('always-allow');
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await expect
    .poll(records)
    .toMatchObject([{ signals: { gpc: true }, services: { youtube: true } }]);
  await page.reload();
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
});
