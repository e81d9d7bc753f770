// On a slow line people press before every file has come: each press counts once, or they are told that it did not.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

/** On a busy machine a file that is held back here can be given up meanwhile: it comes late then, and is used. */
const LATE = /Social9 Consent: no .*s9-consent-/;

const file = (name: string) => `s9-consent-${name}.js`;

/** The views that were opened and the presses that did not count, from the first moment on. */
async function keepTold(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = ((globalThis as { told?: string[] }).told = []);
    document.addEventListener('s9:open', ({ detail }: CustomEventInit<{ view: string }>) =>
      heard.push(`open ${detail?.view}`),
    );
    document.addEventListener('s9:refused', ({ detail }: CustomEventInit<{ action: string }>) =>
      heard.push(`refused ${detail?.action}`),
    );
  });
  return () => page.evaluate(() => [...(globalThis as unknown as { told: string[] }).told]);
}

test('F-34 a control of the page that is pressed before its settings have come does its work when they have @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.allow('consoleErrors', LATE);
  const told = await keepTold(page);
  const controls = `${settings({ layout: 'box' })}{{tag}}<button data-consent-open>Choices</button>
    <button onclick="social9.consent.set({ analytics: true })">Count my visits</button>`;
  const comes = world.widget.hold(file('settings'));
  await visit(controls);
  await page.getByRole('button', { name: 'Choices' }).click();
  comes();
  await expect(notice.control('save')).toBeVisible();
  expect((await told()).filter((each) => each !== 'open banner')).toEqual(['open preferences']);

  const comesNext = world.widget.hold(file('settings'));
  await visit(controls);
  law.aboutToGrant();
  await page.getByRole('button', { name: 'Count my visits' }).click();
  comesNext();
  await expect
    .poll(records)
    .toMatchObject([{ source: 'site', purposes: { analytics: true, social: false } }]);
  expect(await told()).not.toContain('refused site');
});

test('F-45 L-19 a yes before the judge has come is said not to count, and the next counts once', async ({
  page,
  visit,
  notice,
  records,
  ran,
  world,
  law,
}) => {
  law.allow('consoleErrors', LATE);
  const told = await keepTold(page);
  const comes = world.widget.hold(file('judge'));
  await visit(
    '<script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push("ok")</script>',
  );
  await notice.control('accept').click();
  await expect(notice.element).toContainText('Not counted');
  await notice.control('accept').press('Enter');
  await expect.poll(told).toEqual(['open banner', 'refused accept', 'refused accept']);
  expect(await ran()).toEqual([]);
  comes();
  await notice.accept();
  await expect.poll(ran).toEqual(['ok']);
  await expect.poll(records).toMatchObject([{ source: 'accept-all', input: 'pointer' }]);
});

test('F-45 L-22 a placeholder says of a press before the judge has come that it does not count, and loads once by the next', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.allow('consoleErrors', LATE);
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const told = await keepTold(page);
  const comes = world.widget.hold(file('judge'));
  await visit(
    '<iframe data-consent="social" data-src="{{third-party}}/frame.html" width="500" height="300" title="A film"></iframe>',
  );
  await notice.control('load-once').click();
  await expect(notice.placeholderIn('iframe[data-consent]')).toContainText('Not counted');
  expect(await told()).toEqual(['refused load-once']);
  expect(world.thirdParty.hits()).toEqual([]);
  comes();
  await notice.press('load-once');
  await expect.poll(() => world.thirdParty.count('/frame.html')).toBe(1);
  expect(await records()).toHaveLength(1);
});

test('L-18 F-34 what was taken back in “Your data” for want of its file is taken back when that comes', async ({
  page,
  visit,
  records,
  world,
  law,
}) => {
  law.expectConsole(LATE);
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(
    '<form action="/subscribe"><div data-consent-notice="newsletter"></div><button>Send</button></form>',
  );
  await page.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await page.clock.install();
  const before = world.widget.fetched().length;
  const comes = world.widget.hold(file('answer'));
  await visit('<p>Words</p>');
  await expect.poll(records).toMatchObject([{ source: 'collection' }]);
  const gone = page.waitForEvent('console', (line) => line.text().includes('s9-consent-answer'));
  const done = page.evaluate(async () => {
    await (globalThis as unknown as WithApi).social9.consent.withdraw('newsletter');
  });
  await expect.poll(() => world.widget.fetched().slice(before)).toContain(file('answer'));
  await page.clock.runFor(8000);
  await gone;
  await done;
  comes();
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw', collection: 'newsletter' }]);
});
