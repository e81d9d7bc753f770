// A widget file that was changed, cut off or lost leaves the page unharmed and everything held.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const UI = 's9-consent-ui.js';

/** Keeps what the widget announces from the first moment on. */
function keepAnnouncements(): void {
  const heard: string[] = ((globalThis as { heard?: string[] }).heard = []);
  for (const type of ['ready', 'open', 'error']) {
    document.addEventListener(`s9:${type}`, () => heard.push(type));
  }
}
const heardOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

for (const [how, console] of [
  ['one-byte-changed', /integrity/],
  ['aborted', /Failed to load|Cross-Origin|integrity/],
  ['missing', /404|Cross-Origin|integrity/],
] as const) {
  test(`F-34 the question's file ${how}: no notice, no grant, one announcement`, async ({
    page,
    visit,
    notice,
    world,
    law,
    records,
    ran,
  }) => {
    law.allow('consoleErrors', console);
    world.widget.sabotage(UI, how);
    await page.addInitScript(keepAnnouncements);
    await visit();
    await expect.poll(() => heardOn(page)).toContain('error');
    expect(world.widget.fetched()).toContain(UI);
    await expect(notice.control('accept')).toHaveCount(0);
    await page.getByText('Press me').click();
    await expect(page.getByText('Pressed')).toBeVisible();
    expect(
      await page.evaluate(() =>
        (globalThis as unknown as WithApi).social9.consent.allows('analytics'),
      ),
    ).toBe(false);
    expect(await records()).toEqual([]);
    expect(await ran()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('a later visit with the right file asks', async ({ visit, notice, world, law }) => {
  law.allow('consoleErrors', /404|integrity/);
  world.widget.sabotage(UI, 'missing');
  await visit();
  await expect.poll(() => world.widget.fetched()).toContain(UI);
  world.widget.restore(UI);
  await visit();
  await notice.asks();
});

for (const how of ['aborted', 'missing'] as const) {
  test(`F-34 the tag itself ${how}: everything stays held`, async ({
    page,
    visit,
    world,
    law,
    ran,
  }) => {
    law.allow('consoleErrors', /Failed to load|404/);
    world.widget.sabotage('s9-consent.js', how);
    await visit();
    await page.getByText('Press me').click();
    await expect(page.getByText('Pressed')).toBeVisible();
    expect(await ran()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('s9-consent'))).toBeNull();
  });
}

test('a yes that cannot be recorded grants nothing', async ({
  visit,
  notice,
  world,
  law,
  records,
  ran,
  state,
}) => {
  law.allow('consoleErrors', /integrity/);
  world.widget.sabotage('s9-consent-after.js', 'one-byte-changed');
  await visit();
  await notice.accept();
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-after.js');
  expect((await state()).purposes['analytics']).toBe(false);
  expect(await records()).toEqual([]);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('a no that cannot be recorded is a no', async ({ visit, notice, world, law, state }) => {
  law.allow('consoleErrors', /integrity/);
  world.widget.sabotage('s9-consent-after.js', 'one-byte-changed');
  await visit();
  await notice.reject();
  await notice.isSilent();
  expect((await state()).purposes['analytics']).toBe(false);
});

test('without preferences the first layer still takes a no', async ({
  page,
  visit,
  notice,
  world,
  law,
  records,
}) => {
  law.allow('consoleErrors', /integrity/);
  await page.addInitScript(keepAnnouncements);
  world.widget.sabotage('s9-consent-panel.js', 'one-byte-changed');
  await visit();
  await notice.press('choose');
  await expect.poll(() => heardOn(page)).toContain('error');
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

test('settings that cannot be checked grant nothing', async ({
  visit,
  notice,
  world,
  law,
  state,
  ran,
}) => {
  law.allow('consoleErrors', /integrity/);
  world.widget.sabotage('s9-consent-check.js', 'one-byte-changed');
  await visit(
    `${settings({ layout: 'box' })}{{tag}}
     <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>`,
  );
  expect((await state()).purposes['analytics'] ?? false).toBe(false);
  await expect(notice.control('accept')).toHaveCount(0);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('a slow question holds nothing up, and is asked when it is there', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const release = world.widget.hold(UI);
  await visit();
  await page.getByText('Press me').click();
  await expect(page.getByText('Pressed')).toBeVisible();
  await expect(notice.control('accept')).toHaveCount(0);
  release();
  await notice.asks();
});
