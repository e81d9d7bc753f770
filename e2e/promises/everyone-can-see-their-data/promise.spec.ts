// “Your data” shows all that is kept and sent, hands it over as files, and has it gone in one press.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { Action, Notice } from '../../support/notice.ts';
import type { WithApi } from '../../support/public-api.ts';
import { storedKeys } from '../../support/records.ts';
import { write } from '../an-edited-record-is-no-choice/database.ts';

const open = (page: Page) => page.getByRole('button', { name: 'Your data' }).first().click();

/** Path and name of the file a press hands over. */
async function fileOf(page: Page, notice: Notice, action: Action): Promise<[string, string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), notice.press(action)]);
  return [await download.path(), download.suggestedFilename()];
}

test('L-27 what was sent stands there byte for byte, and each answer in words @engine', async ({
  page,
  visit,
  notice,
  world,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);
  await expect.poll(records).toHaveLength(1);
  await open(page);
  await expect(notice.panel.getByText('Accepted all')).toBeVisible();
  await expect(notice.panel).toContainText(String((await records())[0]?.recordId));
  await notice.panel.getByText('The message as it was sent').click();
  await expect(notice.panel.locator('pre')).toHaveText(world.receiver.deliveries()[0]?.body ?? '');
  await notice.press('close');
  await expect(notice.panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Your data' })).toBeFocused();
});

test('L-10 L-27 before a choice it says that nothing is kept, and keeps nothing', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  await open(page);
  await expect(notice.panel).toContainText('Nothing is kept here');
  await expect(notice.control('erase')).toHaveCount(0);
  expect(await page.evaluate(storedKeys)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(notice.panel).toHaveCount(0);
  await notice.asks();
});

// The remote control of Firefox tells of no download from memory.
test('L-27 S-07 the receipt it hands over is valid, the copy is all that is kept', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await open(page);
  const [receipt, receiptName] = await fileOf(page, notice, 'receipt');
  expect(receiptName).toBe('receipt-localhost.json');
  expect(await run(['verify', receipt])).toMatchObject({ complained: '', code: 0 });
  const [copy, copyName] = await fileOf(page, notice, 'export');
  expect(copyName).toBe('your-data-localhost.json');
  const kept = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.export(),
  );
  expect(JSON.parse(await readFile(copy, 'utf8'))).toEqual(kept);
});

test('L-27 L-31 by keyboard alone: one press erases, the receiver is told, nothing is left', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await page.getByRole('button', { name: 'Your data' }).focus();
  await page.keyboard.press('Enter');
  await expect(notice.control('erase')).toBeVisible();
  await notice.control('erase').focus();
  await page.keyboard.press('Enter');
  const report = page.getByRole('status').filter({ hasText: 'Erased from this browser' });
  await expect(report).toContainText('The receiver has been asked to erase');
  await expect(report).toContainText('stats.js');
  await expect.poll(() => world.receiver.events('s9.erase')).toHaveLength(1);
  const names = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(names).not.toContain('s9-consent');
  await notice.press('close');
  await expect(report).toHaveCount(0);
  await visit();
  await notice.asks();
});

test('L-27 F-11 what others have stored closes no view: it is said to be there, and goes with the rest', async ({
  page,
  visit,
  notice,
  records,
  law,
}) => {
  law.allow('consoleErrors', /Social9/);
  await visit();
  await notice.reject();
  // What is written later would be written over the others'.
  await expect.poll(records).toHaveLength(1);
  const foreign = [null, 'junk', { sentAt: 'noon', to: 7, body: 1 }];
  await page.evaluate(write, ['ledger', foreign] as const);
  await page.evaluate(write, [
    'history',
    [{ decidedAt: 1e300, expiresAt: 1 }, ...foreign],
  ] as const);
  await page.evaluate(write, ['deliveries', foreign] as const);
  await visit();
  await open(page);
  await expect(notice.panel.getByText('unreadable')).toHaveCount(7);
  const kept = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.export(),
  );
  expect(kept?.ledger).toEqual(foreign);
  await notice.press('erase');
  await expect(page.getByRole('status').filter({ hasText: 'Erased' })).toHaveCount(1);
  const names = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(names).not.toContain('s9-consent');
});

test('it is reached from the preferences, and one changed byte of it is refused', async ({
  page,
  visit,
  notice,
  records,
  law,
  world,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await notice.permanentControl.click();
  await notice.press('data');
  await expect(notice.panel.getByText('Rejected all')).toBeVisible();
  law.allow('consoleErrors', /integrity|Social9/i);
  world.widget.sabotage('s9-consent-data.js', 'one-byte-changed');
  await visit();
  await open(page);
  await expect(notice.control('erase')).toHaveCount(0);
  await expect(notice.control('reject')).toBeVisible();
  world.widget.restore('s9-consent-data.js');
});

test('1.4.10 nothing is cut off at 320 by 256', async ({ page, visit, notice, records }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await open(page);
  await notice.control('erase').scrollIntoViewIfNeeded();
  await expect(notice.control('erase')).toBeInViewport({ ratio: 1 });
  const sideways = await notice.panel.evaluate(
    (panel) =>
      [panel, ...panel.querySelectorAll('*')].filter(
        ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
      ).length,
  );
  expect(sideways).toBe(0);
});
