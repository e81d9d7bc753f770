// What was agreed to in a form can be taken back alone, is told, and is no choice.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { boxOf, newsletter, sentTo } from './forms.ts';

test('L-20 a testimonial is published with or without a name, and each can be taken back alone', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/say', '<p>Thank you</p>');
  await visit(`<form action="/say" method="post">
    <p><label>Your words <textarea name="words"></textarea></label></p>
    <div data-consent-notice="testimonial"></div><div data-consent-notice="testimonial-name"></div>
    <input type="hidden" name="consent" data-consent-record="testimonial">
    <input type="hidden" name="named" data-consent-record="testimonial-name">
    <p><button>Send</button></p></form>`);
  const publish = page.getByRole('checkbox', { name: 'Publish my testimonial' });
  const named = page.getByRole('checkbox', { name: 'Publish my name' });
  await notice.reject();
  for (const box of [publish, named]) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await named.press('Space');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toHaveLength(2);
  expect(sentTo(world.host, '/say')).toMatchObject([
    { consent: (await records())[1]?.recordId, named: '' },
  ]);
});

test('L-18 a withdrawal is told, so that what was published can be taken down', async ({
  page,
  visit,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter());
  await page.getByLabel('Address').fill('ann@example.com');
  await boxOf(page).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await visit('<p>Here</p>');
  await expect.poll(records).toHaveLength(1);
  const seen = await page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    const before = consent.collections['newsletter'];
    const told: unknown[] = [];
    document.addEventListener('s9:collection', (event) => told.push((event as CustomEvent).detail));
    const misspelt = await Promise.resolve(consent.withdraw('newsletters')).catch(String);
    await consent.withdraw('newsletter');
    return {
      misspelt,
      before,
      told,
      after: consent.collections['newsletter'],
      isFrozen: Object.isFrozen(consent.collections),
    };
  });
  expect(seen).toMatchObject({
    misspelt: 'TypeError: consent.withdraw: policy.collections.newsletters: expected to be given',
    before: { granted: true },
    told: [{ id: 'newsletter', granted: false }],
    after: { granted: false },
    isFrozen: true,
  });
});

test('L-27 an erasure takes it back first, tells so, and leaves nothing', async ({
  page,
  visit,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter());
  await page.getByLabel('Address').fill('ann@example.com');
  await boxOf(page).press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await visit('<p>Here</p>');
  await expect.poll(records).toHaveLength(1);
  const seen = await page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    const told: unknown[] = [];
    consent.on('collection', (detail) => told.push(detail));
    await consent.erase();
    return { told, left: consent.collections };
  });
  expect(seen).toMatchObject({ told: [{ id: 'newsletter', granted: false }], left: {} });
  expect(seen.left).toEqual({});
  expect(await records()).toEqual([]);
});

test('what was agreed to in a form grants no purpose, and hides no later no', async ({
  page,
  visit,
  notice,
  records,
  ran,
  state,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  const script =
    '<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>';
  await visit(script + newsletter());
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await page.getByLabel('Address').fill('ann@example.com');
  await boxOf(page).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await visit(script + newsletter());
  expect(await state()).toMatchObject({
    decided: true,
    source: 'reject-all',
    purposes: { analytics: false },
  });
  await notice.isSilent();
  expect(await ran()).toEqual([]);
});
