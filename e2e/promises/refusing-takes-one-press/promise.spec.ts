// One press on Reject is final: nothing runs, nothing is sent, and the refusal is on record.
import { expect, test } from '../../support/fixture.ts';

const REFUSAL = {
  source: 'reject-all',
  purposes: { analytics: false, social: false },
  services: { youtube: false, facebook: false },
};

test('L-13 L-31 one press, and no question after it @engine', async ({
  page,
  visit,
  notice,
  records,
  ran,
  world,
}) => {
  await page.clock.install();
  await visit();
  await notice.reject();
  await notice.isSilent();
  await expect.poll(records).toMatchObject([REFUSAL]);
  await page.clock.runFor(60_000);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
  expect(world.receiver.deliveries()).toEqual([]);
});

test('L-13 the same in preferences', async ({ visit, notice, records }) => {
  await visit();
  await notice.press('choose');
  await expect(notice.panel).toBeVisible();
  await notice.press('reject', notice.panel.locator('[data-action="reject"]'));
  await expect(notice.panel).toBeHidden();
  await expect.poll(records).toMatchObject([REFUSAL]);
});

test('saving with nothing switched on is a refusal too', async ({
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('choose');
  await notice.press('save');
  await expect.poll(records).toMatchObject([{ purposes: REFUSAL.purposes }]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-48 of a quick yes and no, the no stays', async ({ visit, notice, records, ran, state }) => {
  await visit();
  await notice.asks();
  await notice.accept();
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(state).toMatchObject({ purposes: { analytics: false, social: false } });
  // The no counts before it is on disk.
  await expect
    .poll(async () => (await records()).at(-1))
    .toMatchObject({ purposes: REFUSAL.purposes });
  expect((await ran()).length).toBeLessThanOrEqual(1);
});
