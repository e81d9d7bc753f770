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

for (const [how, console, engine] of [
  ['one-byte-changed', /integrity|Social9/, ' @engine'],
  ['aborted', /Failed to load|Social9/, ''],
  ['missing', /404|Social9/, ''],
] as const) {
  test(`F-34 the question's file ${how}: no notice, no grant, one announcement${engine}`, async ({
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
  law.allow('consoleErrors', /404|integrity|Social9/);
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
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-answer.js', 'one-byte-changed');
  await visit();
  await notice.accept();
  await expect(notice.element).toContainText('could not be recorded');
  expect((await state()).purposes['analytics']).toBe(false);
  expect(await records()).toEqual([]);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('a no that cannot be recorded is a no', async ({ visit, notice, world, law, state }) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-answer.js', 'one-byte-changed');
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
  law.allow('consoleErrors', /integrity|Social9/);
  await page.addInitScript(keepAnnouncements);
  world.widget.sabotage('s9-consent-preferences.js', 'one-byte-changed');
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
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-settings.js', 'one-byte-changed');
  await visit(
    `${settings({ layout: 'box' })}{{tag}}
     <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>`,
  );
  expect((await state()).purposes['analytics'] ?? false).toBe(false);
  await expect(notice.control('accept')).toHaveCount(0);
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('without the cover a sandboxed frame stays held, and empty', async ({
  page,
  visit,
  world,
  law,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-cover.js', 'one-byte-changed');
  await page.addInitScript(keepAnnouncements);
  await visit(
    '<iframe sandbox="allow-scripts" data-consent="social" data-src="{{third-party}}/a.html"></iframe>',
  );
  await expect.poll(() => heardOn(page)).toContain('error');
  await expect(page.locator('s9-cover')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('without the mirror the server is told nothing, and the rest goes on', async ({
  page,
  visit,
  notice,
  law,
  state,
  world,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-mirror.js', 'one-byte-changed');
  await visit(`${settings({ mirror: 'cookie' })}{{tag}}<p>Words</p>`);
  await notice.accept();
  await expect.poll(async () => (await state()).purposes['analytics']).toBe(true);
  expect(await page.context().cookies()).toEqual([]);
});

test('without what keeps the banner off the focus the page goes on', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  const focus = 's9-consent-focus.js';
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage(focus, 'one-byte-changed');
  await visit('<a id="first" href="/1">One</a> <a id="second" href="/2">Two</a>');
  await notice.asks();
  await page.locator('#first').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#second')).toBeFocused();
  await expect.poll(() => world.widget.fetched()).toContain(focus);
  await expect(page.locator('#second')).toBeFocused();
  await notice.reject();
});

test('a slow question holds nothing up, and is asked when it is there', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const release = world.widget.hold(UI);
  // Where its script is asked for before the page has loaded, the page loads with it.
  const visited = visit();
  await page.getByText('Press me').click();
  await expect(page.getByText('Pressed')).toBeVisible();
  await expect(notice.control('accept')).toHaveCount(0);
  release();
  await visited;
  await notice.asks();
});

test('without what sends proofs the record is kept, and a later page sends its proof', async ({
  visit,
  notice,
  law,
  records,
  world,
}) => {
  const proofs = 's9-consent-proofs.js';
  const page = `${settings({ proofEndpoint: '{{receiver}}/proof' })}{{tag}}<p>Words</p>`;
  law.allow('consoleErrors', /integrity|Social9/);
  // The proof of a no may leave; that it does is what is asked here.
  law.aboutToGrant();
  world.widget.sabotage(proofs, 'one-byte-changed');
  await visit(page);
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  expect(world.receiver.deliveries()).toEqual([]);
  world.widget.restore(proofs);
  await visit(page, { at: '/next' });
  await expect.poll(() => world.receiver.events('s9.choice')).toHaveLength(1);
});

test('L-19 without what deletes, what a denied purpose may have left is said to remain', async ({
  page,
  visit,
  notice,
  law,
  records,
  world,
}) => {
  const analytics = { id: 'analytics', cookies: [{ name: 'stats' }] };
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-cleanup.js', 'one-byte-changed');
  await page.addInitScript(() => {
    document.addEventListener('s9:change', ({ detail }) =>
      Object.assign(globalThis, { remains: detail.remains.stored }),
    );
  });
  await visit(`${settings({ policy: { purposes: [analytics] } })}{{tag}}<p>Words</p>`);
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const remains = () => page.evaluate(() => (globalThis as { remains?: string[] }).remains);
  await expect.poll(remains).toEqual(['stats']);
});
