// What every layer says, and that a machine can read it.
import { expect, settings, test } from '../../support/fixture.ts';
import { faultsOn } from './axe.ts';

test('the check would find a fault inside the notice', async ({ page, visit, notice }) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => {
    const nameless = document.createElement('button');
    document.querySelector('s9-consent')?.shadowRoot?.append(nameless);
  });
  expect((await faultsOn(page)).join()).toMatch(/button-name/);
});

test('4.1.2 every switch has a name, a role and a state', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  const one = notice.panel.getByRole('switch', { name: 'Visit statistics' });
  await expect(one).not.toBeChecked();
  await notice.turn('analytics', true);
  await expect(one).toBeChecked();
  await notice.unfold();
  await expect(notice.panel.getByRole('switch', { name: 'Facebook' })).not.toBeChecked();
});

test('1.3.1 the first layer is a named, non-modal region or dialog', async ({ visit, notice }) => {
  await visit();
  await notice.asks();
  const layer = notice.element.getByRole('region').or(notice.element.getByRole('dialog')).first();
  await expect(layer).toBeVisible();
  await expect(layer).toHaveAccessibleName(/.+/);
  await expect(layer).not.toHaveAttribute('aria-modal', 'true');
});

test('L-23 the first layer says it in the Customer’s own plain words, and steering ones are not said', async ({
  page,
  visit,
  notice,
  law,
}) => {
  law.allow('consoleErrors', /policy\.notice\.en\.(lead|accept)/);
  const en = {
    title: 'Let {controller} count?',
    lead: 'Nothing before you say so.',
    accept: 'Yes',
    reject: 'No',
    choose: 'More',
  };
  await visit(settings({ policy: { notice: { en } } }) + '{{tag}}');
  await notice.asks();
  await expect(page.getByRole('dialog', { name: 'Let Example Shop count?' })).toBeVisible();
  await expect(notice.control('accept')).toHaveText('Yes');
  await expect(notice.control('reject')).toHaveText('No');
  await expect(notice.control('choose')).toHaveText('More');
  const pressing = { lead: 'Hurry!', accept: 'Yes', reject: 'No, I like it as it is' };
  await visit(settings({ policy: { notice: { en: pressing } } }) + '{{tag}}');
  await notice.asks();
  await expect(notice.control('accept')).toHaveText('Accept all');
  await expect(notice.element).not.toContainText('Hurry');
});

test('L-21 the first layer says who asks, for what, and who receives it', async ({
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  for (const fact of [
    'Example Shop',
    'To count visits',
    'To show videos and posts',
    'IP address',
    'Facebook',
  ]) {
    await expect(notice.element).toContainText(fact);
  }
});

test('L-12 L-21 preferences say what, why, who and for how long', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  for (const fact of [
    'Example Shop',
    'privacy@shop.example',
    'IP address',
    'Pages you visit',
    'Social9',
    /25 months/i,
    /complain/i,
    /Change your mind|withdraw/i,
  ]) {
    await expect(notice.panel).toContainText(fact);
  }
});

test('L-01 L-23 no word of it plays anything down', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  const words = await notice.element.evaluate((element) => element.shadowRoot?.textContent ?? '');
  expect(words).not.toMatch(/anonym|non-personal|improve your experience|!|\bmay\b|\bmight\b/i);
});

test('L-17 what is always on has its reason and no switch', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  await expect(notice.panel).toContainText('Remembering your choice');
  await expect(notice.panel.locator('[data-purpose="necessary"]:not(:disabled)')).toHaveCount(0);
});

test('1.4.10 on a small screen nothing runs off sideways @engine', async ({
  page,
  visit,
  notice,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit();
  const widths = () =>
    page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      inside: Math.max(
        ...[...(document.querySelector('s9-consent')?.shadowRoot?.querySelectorAll('*') ?? [])]
          .filter((element) => element.checkVisibility())
          .map((element) => element.getBoundingClientRect().right),
      ),
    }));
  await notice.rest(notice.control('reject'));
  expect((await widths()).inside).toBeLessThanOrEqual(320);
  await notice.press('choose');
  await notice.rest(notice.panel);
  expect((await widths()).inside).toBeLessThanOrEqual(320);
});
