// At the moment of collection a form says what it takes and why, and nothing is agreed to but by a person's tick.
import type { Page } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { boxOf, FALLBACK, held, newsletter, sentTo } from './forms.ts';

/** Goes on with Tab until what has the focus fits. */
async function tabTo(page: Page, fits: (focused: Element) => boolean): Promise<void> {
  const look = async (): Promise<boolean> => {
    await page.keyboard.press('Tab');
    const focused = await page.evaluateHandle(() => {
      let at = document.activeElement as Element;
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    });
    return focused.evaluate(fits);
  };
  await expect.poll(look, { intervals: [0] }).toBe(true);
}

const receiptOf = (page: Page) =>
  page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    return consent.receipt({ collection: 'newsletter' });
  });

test('L-18 L-25 from tick to record to receipt to withdrawal by keyboard alone @engine', async ({
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
  await visit(newsletter());
  await expect(boxOf(page)).not.toBeChecked();
  await tabTo(page, (focused) => focused.matches('[name=email]'));
  await page.keyboard.type('ann@example.com');
  await tabTo(page, (focused) => focused.matches('[type=checkbox]'));
  await page.keyboard.press('Space');
  await expect(boxOf(page)).toBeChecked();
  await tabTo(page, (focused) => focused.textContent === 'Subscribe');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Thank you')).toBeVisible();
  await visit(newsletter());
  await expect.poll(records).toHaveLength(2);
  const [no, yes] = await records();
  expect(yes).toMatchObject({
    source: 'collection',
    collection: 'newsletter',
    input: 'keyboard',
    purposes: { 'collection:newsletter': true },
    previous: no?.['hash'],
  });
  expect(sentTo(world.host)).toEqual([{ email: 'ann@example.com', consent: yes?.recordId }]);
  const receipt = await receiptOf(page);
  expect(await run(['verify', '-'], JSON.stringify(receipt))).toMatchObject({ code: 0 });
  expect(receipt?.['dpv:hasConsentStatus']).toBe('dpv:ConsentGiven');
  await tabTo(page, (focused) => focused.matches('[part~=control]'));
  await page.keyboard.press('Enter');
  // Before it has come, Tab leads out of the page: what has the focus of the browser then gets the keys.
  await expect(notice.panel.getByRole('heading', { name: 'Your choices' })).toBeFocused();
  await tabTo(page, (focused) => focused.matches('[data-action=data]'));
  await page.keyboard.press('Enter');
  await expect(notice.panel.getByRole('heading', { name: 'Your data' })).toBeFocused();
  await tabTo(page, (focused) => focused.matches('[data-action=withdraw-one]'));
  await page.keyboard.press('Enter');
  await expect.poll(records).toHaveLength(3);
  expect((await records()).at(-1)).toMatchObject({
    source: 'withdraw',
    collection: 'newsletter',
    input: 'keyboard',
    purposes: { 'collection:newsletter': false },
  });
  await expect
    .poll(async () => (await receiptOf(page))?.['dpv:hasConsentStatus'])
    .toBe('dpv:ConsentWithdrawn');
  const withdrawn = JSON.stringify(await receiptOf(page));
  expect(await run(['verify', '-'], withdrawn)).toMatchObject({ code: 0 });
});

test('L-12 L-21 says what it takes, who receives it and how long, and all of it behind one press', async ({
  page,
  visit,
}) => {
  await visit(newsletter());
  const row = page.locator('[data-consent-notice] summary');
  await expect(row).toHaveText(/To send you the newsletter.*2 years.*E-mail.*Example Shop/);
  await expect(page.getByText('Your address is used')).toBeHidden();
  await row.click();
  await expect(page.getByText('Your address is used')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Privacy policy' }).first()).toBeVisible();
});

const SUBMITS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'its button': (page) => page.getByRole('button', { name: 'Subscribe' }).click(),
  Enter: (page) => page.getByLabel('Address').press('Enter'),
  'requestSubmit()': (page) => page.evaluate(() => document.querySelector('form')?.requestSubmit()),
};

for (const [means, submit] of Object.entries(SUBMITS)) {
  const engine = means === 'Enter' ? ' @engine' : '';
  test(`L-11 a form without the tick is held, sent by ${means}${engine}`, async ({
    page,
    visit,
    records,
    world,
  }) => {
    world.host.put('/subscribe', '<p>Thank you</p>');
    await visit(newsletter('', 'onsubmit="heard = (globalThis.heard ?? 0) + 1"'));
    await expect(boxOf(page)).toBeVisible();
    await page.getByLabel('Address').fill('ann@example.com');
    await submit(page);
    await expect(held(page)).toHaveText(/once you tick this box/);
    await expect(boxOf(page)).toBeFocused();
    expect(sentTo(world.host)).toEqual([]);
    expect(await page.evaluate(() => 'heard' in globalThis)).toBe(false);
    expect(await records()).toEqual([]);
  });
}

test('L-11 a form that its own validation turns down is left to it', async ({ page, visit }) => {
  await visit(newsletter());
  await expect(boxOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByLabel('Address')).toBeFocused();
  await expect(held(page)).toHaveText('');
});

test('a tick is one press, on the words too, and its form is sent once', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter(FALLBACK));
  await notice.reject();
  await page.getByLabel('Address').fill('ann@example.com');
  await notice.rest(page.locator('[data-action=tick]'));
  await page.getByText('Send me the newsletter by e-mail').click();
  await expect(boxOf(page)).toBeChecked();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toHaveLength(2);
  const [, yes] = await records();
  expect(yes).toMatchObject({ input: 'pointer', language: 'en' });
  expect(sentTo(world.host)).toEqual([
    { email: 'ann@example.com', agreed: 'on', consent: yes?.recordId },
  ]);
});

test('L-11 a fallback that must be ticked holds its form with a message that can be seen', async ({
  page,
  visit,
  world,
}) => {
  await visit(newsletter(FALLBACK));
  await expect(boxOf(page)).toBeVisible();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(held(page)).toHaveText(/once you tick this box/);
  await expect(boxOf(page)).toBeFocused();
  expect(sentTo(world.host)).toEqual([]);
});

test('two of a kind on one page are ticked and sent apart', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(newsletter() + newsletter());
  await expect(boxOf(page)).toHaveCount(2);
  const second = page.locator('form').nth(1);
  await second.getByLabel('Address').fill('ann@example.com');
  await notice.rest(second.locator('[data-action=tick]'));
  await boxOf(second).click();
  await expect(boxOf(page).first()).not.toBeChecked();
  await page.locator('form').first().getByLabel('Address').fill('bob@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).first().click();
  await expect(held(page).first()).toHaveText(/./);
  await expect(held(page).nth(1)).toHaveText('');
  await page.getByRole('button', { name: 'Subscribe' }).nth(1).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toHaveLength(1);
  expect(sentTo(world.host)).toMatchObject([{ email: 'ann@example.com' }]);
});

test('a form that is added later says it too, and one in a shadow root that is watched', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit('<section></section>');
  await notice.reject();
  await page.evaluate((markup) => {
    document.querySelector('section')?.insertAdjacentHTML('beforeend', markup);
  }, newsletter());
  await expect(boxOf(page)).toBeVisible();
  await page.evaluate((markup) => {
    const section = document.querySelector('section') as Element;
    section.replaceChildren();
    const root = section.attachShadow({ mode: 'open' });
    root.innerHTML = markup;
    (globalThis as unknown as WithApi).social9.consent.watch(root);
  }, newsletter());
  await expect(boxOf(page)).toBeVisible();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(held(page)).toHaveText(/./);
  await notice.rest(page.locator('[data-action=tick]'));
  await boxOf(page).click();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }, { source: 'collection' }]);
});
