// On a slow line people press before every file has come: each press counts once, or they are told that it did not.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

/** On a busy machine a file that is held back here can be given up meanwhile: it comes late then, and is used. */
const LATE = /Social9 Consent: no .*s9-consent-/;

/** Longer than a control must have stood still (contract, section 8). */
const REST_MS = 700;

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

test('F-45 L-19 the first yes counts, with nothing but the banner there, by whichever means @engine', async ({
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
  await page.clock.install();
  for (const input of ['pointer', 'keyboard'] as const) {
    const come = ['answer', 'release', 'preferences'].map((name) => world.widget.hold(file(name)));
    await visit(
      '<script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push("ok")</script>',
    );
    const accept = notice.control('accept');
    await expect(accept).toBeVisible();
    await page.clock.runFor(REST_MS);
    law.aboutToGrant();
    if (input === 'pointer') await accept.click();
    else await accept.press('Enter');
    await notice.isSilent();
    expect(await told()).toEqual(['open banner']);
    for (const comes of come) comes();
    await expect.poll(ran).toEqual(['ok']);
    await expect
      .poll(async () => (await records()).at(-1))
      .toMatchObject({
        source: 'accept-all',
        input,
      });
    await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());
  }
});

test('F-45 L-22 the first press on a placeholder counts, with nothing but its own file there @engine', async ({
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
  await page.clock.install();
  const come = ['answer', 'release', 'cover'].map((name) => world.widget.hold(file(name)));
  await visit(
    '<iframe data-consent="social" data-src="{{third-party}}/frame.html" width="500" height="300" title="A film"></iframe>',
  );
  const once = notice.control('load-once');
  await expect(once).toBeVisible();
  await page.clock.runFor(REST_MS);
  law.aboutToGrant();
  await once.click();
  expect(await told()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
  for (const comes of come) comes();
  await expect.poll(() => world.thirdParty.count('/frame.html')).toBe(1);
  expect(await records()).toHaveLength(1);
});

test('4.1.3 2.4.3 “Choose” whose file is on its way says so in place, and takes the focus along when it comes @engine', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', LATE);
  const comes = world.widget.hold(file('preferences'));
  await visit('<p>Words</p>');
  await notice.control('choose').click();
  await expect(page.getByRole('status')).toHaveText('One moment: this is being opened.');
  await expect(notice.control('choose')).toBeFocused();
  comes();
  await expect(notice.control('save')).toBeVisible();
  await expect(notice.panel.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notice.control('choose')).toBeFocused();
});

test('4.1.3 so says the permanent control, until they are there @engine', async ({
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
  const [uiComes, comes] = [world.widget.hold(file('ui')), world.widget.hold(file('preferences'))];
  await visit('<p>Words</p>');
  await notice.permanentControl.click();
  await expect(notice.permanentControl).toHaveText('Privacy choices (opening)');
  uiComes();
  await expect.poll(() => world.widget.fetched()).toContain(file('preferences'));
  await expect(notice.permanentControl).toHaveText('Privacy choices (opening)');
  comes();
  await expect(notice.control('save')).toBeVisible();
  await expect(notice.permanentControl).toHaveText('Privacy choices');
});

test('F-34 preferences that do not come are said not to, on the banner that is there @engine', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /Social9|404|integrity/);
  world.widget.sabotage(file('preferences'), 'missing');
  await visit('<p>Words</p>');
  await notice.control('choose').click();
  await expect(page.getByRole('status')).toHaveText('This could not be opened. Please try again.');
  world.widget.restore(file('preferences'));
  await notice.control('choose').click();
  await expect(notice.control('save')).toBeVisible();
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
