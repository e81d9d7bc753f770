// At the moment of collection a form says what it takes and why, and nothing is agreed to but by a person's tick.
import type { Page } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, settings, test } from '../../support/fixture.ts';
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
  await tabTo(page, (focused) => focused.matches('[data-action=data]'));
  await page.keyboard.press('Enter');
  await tabTo(page, (focused) => focused.matches('[data-action=withdraw-one]'));
  await page.keyboard.press('Enter');
  await expect.poll(records).toHaveLength(3);
  expect((await records()).at(-1)).toMatchObject({
    source: 'withdraw',
    collection: 'newsletter',
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
  test(`L-11 a form without the tick is held, sent by ${means} @engine`, async ({
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

test('a tick is one press, on the words too, and its form is sent once @engine', async ({
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

test('L-11 a fallback that must be ticked holds its form with a message that can be seen @engine', async ({
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

const SCRIPTED: Readonly<Record<string, string>> = {
  'click() on the box': "root.querySelector('input').click()",
  'click() on its words': "root.querySelector('label').click()",
  'checked = true': "root.querySelector('input').checked = true",
};

for (const [kind, script] of Object.entries(SCRIPTED)) {
  test(`F-43 ${kind} is no tick @engine`, async ({ page, visit, records, world }) => {
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

test('a form that is added later says it too, and one in a shadow root that is watched @engine', async ({
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
    await consent.withdraw('newsletter');
    return {
      before,
      told,
      after: consent.collections['newsletter'],
      isFrozen: Object.isFrozen(consent.collections),
    };
  });
  expect(seen).toMatchObject({
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

test('F-33 F-34 without its file a form stays as it was written, and nothing says that anybody agreed @engine', async ({
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
