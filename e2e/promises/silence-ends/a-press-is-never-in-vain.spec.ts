// Whoever presses for a view that cannot be had is told within eight seconds, and the next press tries again.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const UI = 's9-consent-ui.js';
const FAILED = 'Privacy choices (could not be opened, try again)';
const OPENER = '<button data-consent-open="preferences">Open</button>';

/** The files that were told missing, from the first moment on. */
async function keepErrors(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const errors: string[] = ((globalThis as { errors?: string[] }).errors = []);
    document.addEventListener('s9:error', ({ detail }: CustomEventInit<{ path: string }>) =>
      errors.push(detail?.path ?? ''),
    );
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { errors: string[] }).errors]);
}

for (const how of ['aborted', 'missing'] as const) {
  test(`F-34 the control says that a file is ${how}, and opens once it is there`, async ({
    page,
    visit,
    notice,
    records,
    world,
    law,
  }) => {
    law.allow('consoleErrors', /Social9|404|Failed to load|Cross-Origin|integrity/);
    await visit('<p>Words</p>');
    await notice.reject();
    await expect.poll(records).toHaveLength(1);
    const errors = await keepErrors(page);
    await visit('<p>Words</p>');
    world.widget.sabotage(UI, how);
    await notice.permanentControl.click();
    await expect(notice.permanentControl).toHaveText(FAILED);
    await expect.poll(errors).toEqual([UI]);
    world.widget.restore(UI);
    await notice.permanentControl.click();
    await expect(notice.control('save')).toBeVisible();
    await expect(notice.permanentControl).toHaveText('Privacy choices');
  });
}

test('F-34 a file whose server never answers is given up after eight seconds, and asked for anew', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.expectConsole(/Social9 Consent: no .*s9-consent-ui/);
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const errors = await keepErrors(page);
  await page.clock.install();
  await visit('<p>Words</p>');
  const before = world.widget.fetched().length;
  world.widget.hold(UI);
  await notice.permanentControl.click();
  await expect.poll(() => world.widget.fetched().slice(before)).toEqual([UI]);
  await page.clock.runFor(8000);
  await expect(notice.permanentControl).toHaveText(FAILED);
  await expect.poll(errors).toEqual([UI]);
  // The first answer never comes; from now on others do.
  world.widget.hold(UI)();
  await notice.permanentControl.click();
  await expect(notice.control('save')).toBeVisible();
});

test('F-34 a slow banner is told missing, leaves the page as it was, and asks when it comes', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.expectConsole(/Social9 Consent: no .*s9-consent-ui/);
  const errors = await keepErrors(page);
  await page.clock.install();
  const come = world.widget.hold(UI);
  // Its script is asked for before the page has loaded, so the page loads with it.
  const visited = visit('<p>Words</p>');
  await expect.poll(() => world.widget.fetched()).toContain(UI);
  await page.clock.runFor(8000);
  await expect.poll(errors).toEqual([UI]);
  await expect(notice.permanentControl).toHaveCount(0);
  come();
  await visited;
  await notice.asks();
});

test('F-34 a control of the page that opens nothing has ours beside it, until it does', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /Social9|404|integrity/);
  world.widget.sabotage(UI, 'missing');
  await visit(OPENER, { tag: { 'data-control': 'own' } });
  await expect.poll(() => world.widget.fetched()).toContain(UI);
  await page.getByText('Open', { exact: true }).click();
  await expect(notice.permanentControl).toHaveText(FAILED);
  world.widget.restore(UI);
  await page.getByText('Open', { exact: true }).click();
  await expect(notice.control('save')).toBeVisible();
  await expect(notice.permanentControl).toHaveCount(0);
});

test('F-34 preferences that were not to be had are tried again at the next press', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.allow('consoleErrors', /Social9|404|integrity/);
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await visit('<p>Words</p>');
  world.widget.sabotage('s9-consent-preferences.js', 'missing');
  await notice.permanentControl.click();
  // The banner stands in: a no stays one press away.
  await notice.asks();
  world.widget.restore('s9-consent-preferences.js');
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.open('preferences'));
  await notice.press('close');
  await notice.isSilent();
});
