// What a designer sees in the studio is the widget itself, and what is taken away from it looks the same.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '../../support/expect.ts';
import { distFolder } from '../../support/widget-files.ts';
import { apart, faultsOf, openStudio, test } from './studio.ts';

/** As large as a phone's frame needs to be drawn in full. */
const ROOM = { width: 1500, height: 1200 };
const PHONE = { width: 390, height: 844 };

openStudio();

test('pasted into an empty page, what was taken away looks the same pixel by pixel @engine', async ({
  studio,
  page,
  context,
}) => {
  await page.setViewportSize(ROOM);
  await studio.open();
  await studio.pick('Ready look', 'Soft');
  await studio.pick('Layout', 'Box');
  await studio.token('--s9-accent', '#0a5c36');
  await studio.token('--s9-radius', '4px');
  await studio.pick('Window', 'Phone');
  await studio.pick('Behind it', 'Empty');
  await studio.asks();
  const button = studio.notice.locator('[data-action="accept"]');
  await expect(button).toHaveCSS('background-color', /10, 92, 54|0\.039\d* 0\.36\d* 0\.21/);
  const link = page.getByRole('link', { name: 'Take away' });
  await expect(studio.live).toHaveCSS('transform', /none|matrix\(1, 0, 0, 1, 0, 0\)/);
  // On whole pixels, as a window of its own has it.
  await page.addStyleTag({
    content:
      '.window { position: fixed; z-index: 9; inset: 100px auto auto 100px; box-shadow: none }',
  });
  const drawn = () => studio.live.screenshot({ animations: 'disabled' });
  let inStudio = await drawn();
  // A busy machine draws the last change of the page behind it later than it tells of it.
  await expect
    .poll(async () => {
      const before = inStudio;
      inStudio = await drawn();
      return before.equals(inStudio);
    })
    .toBe(true);
  await link.click();
  const head = await studio.taken('head');

  const pasted = await context.newPage();
  await pasted.setViewportSize(PHONE);
  await pasted.route('**/pasted.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">${head}</head><body></body></html>`,
    }),
  );
  await pasted.goto(`${studio.origin}/pasted.html`);
  await expect(pasted.locator('[data-action="reject"]')).toBeVisible();
  // Where a rounded corner is blended, a frame rounds by one.
  await expect
    .poll(async () => apart(page, inStudio, await pasted.screenshot({ animations: 'disabled' })))
    .toBeLessThanOrEqual(1);
});

test('the snippet is the build’s own, and a link brings the whole design back', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.token('--s9-accent', 'oklch(0.6 0.2 20)');
  await studio.to('Take away');
  const built = await readFile(join(distFolder, 'snippet.html'), 'utf8');
  const hashes = (text: string) => text.match(/sha256-[\w+/]+=|\?v=[\w+/]+=/g);
  const head = await studio.taken('head');
  expect(hashes(head)).toEqual(hashes(built));
  const link = (await studio.taken('link')).trim();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download all' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('social9-consent.zip');
  await page.evaluate(() => localStorage.clear());
  await page.goto(link);
  await expect(page.locator('[data-token="--s9-accent"] .value')).toHaveValue('oklch(0.6 0.2 20)');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('[data-token="--s9-accent"] .value')).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-token="--s9-accent"] .value')).toHaveValue('oklch(0.6 0.2 20)');
});

test('a faulty link names what is wrong, and the last good design stands', async ({
  studio,
  page,
}) => {
  const search = () => new URL(page.url()).search;
  await studio.open();
  await expect.poll(search).toContain('design=1.');
  const first = search();
  await studio.token('--s9-accent', 'rebeccapurple');
  await expect.poll(search).not.toBe(first);
  const word = new URL(page.url()).searchParams.get('design') ?? '';
  await studio.open(`?design=${word.slice(0, -9)}`);
  await expect(page.getByRole('alert')).toContainText('design: expected a whole link');
  await expect(page.locator('[data-token="--s9-accent"] .value')).toHaveValue('rebeccapurple');
});

test('what the widget corrects is named with its token, while it is drawn', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.asks();
  const corrections = page.locator('[data-corrections]');
  await studio.token('--s9-accent', '#ffee00');
  await expect(corrections).toContainText('--s9-accent has less than 3 : 1');
  await studio.token('--s9-accent', 'hello');
  await expect(corrections).toContainText('--s9-accent hello cannot be kept');
  await studio.token('--s9-accent', '');
  await expect(corrections).toBeEmpty();
  await expect(page.locator('[data-good="false"]')).toHaveCount(0);
});

test('L-15 L-28 words are refused or taken as they are typed, and what they mean is said', async ({
  studio,
  page,
}) => {
  await studio.open('#words');
  await studio.asks();
  const title = studio.notice.locator('#title');
  await page.getByLabel('Title').fill('{controller} would like to know');
  await expect(title).toHaveText('Your site would like to know');
  await page.getByLabel('Yes', { exact: true }).fill('Yes');
  await page.getByLabel('No', { exact: true }).fill('No, not today and not tomorrow');
  await expect(page.getByRole('alert')).toContainText('neither longer than the other');
  await page.getByLabel('No', { exact: true }).fill('No');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(studio.notice.locator('[data-action="reject"]')).toHaveText('No');
  const meaning = page.locator('[data-meaning]');
  await expect(meaning).toContainText('Asks nobody again');
  const card = page.locator('[data-purpose-card="analytics"]');
  await card.locator('summary').click();
  await card.getByLabel('Your e-mail address').check();
  await expect(meaning).toContainText('Visit statistics: takes more data: Your e-mail address');
});

test('L-01 L-28 what forms take is added, changed and removed, with their notices alive beside it', async ({
  studio,
  page,
}) => {
  await studio.open('#words');
  await studio.asks();
  const notices = studio.notice.locator('[data-consent-notice]');
  await page.getByLabel('Add a form').selectOption('Newsletter');
  await expect(notices).toContainText('Send me the newsletter by e-mail');
  const card = page.locator('[data-collection-card="newsletter"]');
  await card.locator('summary').click();
  await card.getByLabel('Kept for').fill('P1Y');
  await card.getByLabel('Your name').check();
  await expect(notices).toContainText('1 year');
  await expect(notices).toContainText('E-mail, Name');
  await card.getByLabel('What the box says').fill('');
  await card.getByLabel('What the box says').fill('Yes, write to me');
  await expect(notices).toContainText('Yes, write to me');
  const item = page.locator('[data-item-card="email"]');
  await item.locator('summary').click();
  await item.getByLabel('Short').fill('Address');
  await expect(notices).toContainText('Address, Name');
  await page.getByLabel('Add a form').selectOption('One of your own');
  const own = page.locator('[data-collection-card="form-1"]');
  await own.locator('summary').click();
  await own.getByRole('radio', { name: 'Must be ticked' }).check();
  await expect(own.getByRole('alert')).toHaveText('Still missing');
  await own.getByLabel('What the box says').fill('Keep my answer');
  await expect(own.getByRole('alert')).toHaveCount(0);
  await expect(notices.nth(1)).toContainText('Keep my answer');
  await own.getByRole('button', { name: 'Remove' }).click();
  await expect(notices).toHaveCount(1);
  await expect(page.locator('[data-meaning]')).toContainText('Asks nobody again');
  await studio.to('Take away');
  expect(JSON.parse(await studio.taken('settings'))).toMatchObject({
    policy: { collections: { newsletter: { retention: 'P1Y', act: 'Yes, write to me' } } },
  });
});

test('L-25 L-27 what is kept and what leaves is told in sentences, and no server hears of it', async ({
  studio,
  page,
}) => {
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') told.push(request.url());
  });
  await studio.open('#leaves');
  await studio.asks();
  const inShort = page.locator('[data-in-short]');
  await expect(inShort).toHaveText('Nothing is kept, and nothing has left this page.');
  await studio.notice.locator('[data-action="reject"]').click();
  await expect(inShort).toHaveText(
    '1 answer is kept in this browser; 1 message has left this page.',
  );
  await expect(page.locator('[data-account="answers"]')).toContainText('Rejected all');
  const messages = page.locator('[data-account="messages"]');
  await expect(messages).toContainText('Proof of an answer');
  await expect(messages).toContainText('Your receiver took it.');
  await expect(page.locator('[data-account="fetched"]')).toContainText('the banner; when');
  await page.getByRole('button', { name: 'Make the receipt' }).click();
  await expect(page.locator('[data-receipt]')).toContainText('dpv:hasRecordOfActivity');
  await page.getByRole('button', { name: 'As a new visitor' }).click();
  await expect(inShort).toHaveText('Nothing is kept, and nothing has left this page.');
  await studio.asks();
  expect(told).toEqual([]);
});

test('what comes from another widget is read and not run, and what is left is listed', async ({
  studio,
  page,
}) => {
  await studio.open('#bring');
  await page.getByRole('textbox').fill(
    `CookieConsent.run({ onConsent: alert('run'), categories: { necessary: { readOnly: true },
      statistics: { services: { ga: {} } }, maps: {} } })`,
  );
  await page.getByRole('button', { name: 'Make it a policy' }).click();
  await expect(page.locator('[data-migrated="vanilla-cookieconsent"]')).toContainText(
    'onConsent (a script)',
  );
  await studio.to('Words');
  await expect(page.locator('[data-purpose-card]')).toHaveCount(3);
  await expect(studio.notice.getByText('maps', { exact: true }).first()).toBeVisible();
});

test('every state is a live frame, and a yes waits for a person', async ({ studio, page }) => {
  await studio.open('#states');
  const tiles = page.locator('[data-state]');
  await expect(tiles).toHaveCount(24);
  const is = () => tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-is')));
  await expect.poll(is, { timeout: 150_000 }).not.toContain('waiting');
  expect(new Set(await is())).toEqual(new Set(['alive', 'person']));
  await expect(page.locator('[data-is="person"]')).toHaveCount(2);
});

test('everyone can use it: names, contrasts, landmarks, in light and in dark', async ({
  studio,
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await studio.open();
    await studio.asks();
    for (const bench of await page.getByRole('navigation').getByRole('link').allInnerTexts()) {
      await studio.to(bench);
      expect(await faultsOf(page), `${bench}, ${colorScheme}`).toEqual([]);
    }
  }
});
