// A setting that does not hold water is named with its path, and what it touches cannot be granted.
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const tagWith = (value: unknown): string =>
  `${settings(value)}<script src="{{widget}}/s9-consent.js" data-endpoint="{{receiver}}/v1/logs"></script>`;

/** Faults that touch everything. */
const SHUT = [
  ['policy.ip', { policy: { ip: 'anonymised' } }],
  ['policy.controller.name', { policy: { controller: { name: '\u200b' } } }],
  ['validFor.denied', { validFor: { granted: 'P6M', denied: 'P1M' } }],
] as const;

for (const [path, value] of SHUT) {
  test(`L-21 ${path}: Accept is not offered and the site cannot grant either`, async ({
    page,
    visit,
    notice,
    law,
    state,
    ran,
    world,
  }) => {
    law.expectConsole(new RegExp(path.replaceAll('.', '\\.')));
    await visit('page.html', { tag: tagWith(value) });
    expect((await state()).decided).toBe(false);
    await expect(notice.control('accept')).toHaveCount(0);
    await page.getByText('Yes to all of it').click();
    await page.evaluate(() => fetch('/'));
    expect((await state()).purposes).not.toMatchObject({ analytics: true });
    expect(await ran()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

/** Faults that touch one purpose only. */
const PARTLY = [
  ['policy.purposes.analytics.basis', [{ id: 'analytics', basis: 'legitimate-interest' }]],
  ['policy.purposes.analytics.retention', [{ id: 'analytics', retention: 'for ever' }]],
  ['policy.purposes.analytics.data', [{ id: 'analytics', data: 'everything' }]],
] as const;

for (const [path, purposes] of PARTLY) {
  test(`L-16 ${path}: that purpose cannot be granted, the other can`, async ({
    visit,
    notice,
    law,
    ran,
    state,
    world,
  }) => {
    law.expectConsole(new RegExp(path.replaceAll('.', '\\.')));
    await visit('page.html', { tag: tagWith({ policy: { purposes } }) });
    await notice.accept();
    await expect.poll(ran).toEqual(['/social.js']);
    expect((await state()).purposes['analytics'] ?? false).toBe(false);
    expect(world.receiver.deliveries()).toEqual([]);
  });
}

test('L-17 a purpose that would run unasked, and must not, runs never', async ({
  visit,
  law,
  ran,
  state,
  world,
}) => {
  law.expectConsole(/policy\.purposes\.analytics\.basis[^]*policy\.purposes\.social\.basis/);
  const purposes = ['analytics', 'social'].map((id) => ({ id, basis: 'necessary' }));
  await visit('page.html', { tag: tagWith({ policy: { purposes } }) });
  expect((await state()).purposes).toEqual({ necessary: true });
  expect(await ran()).toEqual([]);
  expect(world.receiver.deliveries()).toEqual([]);
});

test('F-42 a faulty link costs that link, and is named', async ({ page, visit, notice, law }) => {
  law.expectConsole(/policy\.controller\.contact[^]*policy\.controller\.privacyUrl/);
  const tag = `<script src="{{widget}}/s9-consent.js" data-controller="Example Shop"
    data-privacy-url="/\\evil.example" data-contact="javascript:globalThis.struck = true"></script>`;
  await visit('page.html', { tag });
  await notice.asks();
  await notice.control('choose').click();
  await expect(notice.panel).toContainText('Example Shop');
  const links = await page
    .locator('s9-consent a')
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).protocol));
  expect(links.filter((protocol) => !/^(https?|mailto):$/.test(protocol))).toEqual([]);
  await expect(page.locator('s9-consent a[href*=evil]')).toHaveCount(0);
});

test('F-41 more than can be meant closes everything at once, and can be answered', async ({
  page,
  visit,
  law,
  state,
}) => {
  law.expectConsole(/data-s9-config: expected JSON of up to/);
  const deep = `{"policy":{"x":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}}}`;
  const tag = `<script type="application/json" data-s9-config>${deep}</script><script src="{{widget}}/s9-consent.js"></script>`;
  await visit('page.html', { tag });
  expect((await state()).purposes).toEqual({ necessary: true });
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
});

test('all faults are told in one console error', async ({ page, visit, law, state }) => {
  law.expectConsole(/policy\.ip/);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const policy = { ip: 'unknown', purposes: [{ id: 'analytics', basis: 'legitimate-interest' }] };
  await visit('page.html', { tag: tagWith({ policy, layout: 'popup' }) });
  await state();
  await expect.poll(() => errors).toHaveLength(1);
  expect(errors[0]).toMatch(/layout/);
  expect(errors[0]).toMatch(/policy\.purposes\.analytics\.basis/);
});

test('a file that is not there closes everything', async ({ visit, notice, law, state, world }) => {
  law.expectConsole(/data-config/);
  law.allow('consoleErrors', /404/);
  const tag = '<script src="{{widget}}/s9-consent.js" data-config="/nowhere.json"></script>';
  await visit('page.html', { tag });
  expect((await state()).decided).toBe(false);
  await expect(notice.control('accept')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('JSON with a fault in it closes everything', async ({ visit, notice, law, state }) => {
  law.expectConsole(/data-s9-config/);
  const broken = '<script type="application/json" data-s9-config>{ "policy": </script>';
  await visit('page.html', { tag: `${broken}<script src="{{widget}}/s9-consent.js"></script>` });
  expect((await state()).decided).toBe(false);
  await expect(notice.control('accept')).toHaveCount(0);
});

test('F-41 no setting reaches a prototype', async ({ page, visit, law, state }) => {
  law.allow('consoleErrors', /__proto__|constructor/);
  const json =
    '{ "__proto__": { "polluted": 1 }, "policy": { "constructor": { "prototype": { "polluted": 1 } } } }';
  const tag = `<script type="application/json" data-s9-config>${json}</script><script src="{{widget}}/s9-consent.js"></script>`;
  await visit('page.html', { tag });
  await state();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('F-42 no setting becomes markup', async ({ page, visit, notice }) => {
  const name = '<img src=x onerror="globalThis.struck = true"><b>Shop</b>';
  const policy = { controller: { name, contact: 'a@shop.example', privacyUrl: '/privacy' } };
  await visit('<p>Shoes</p>', { tag: tagWith({ policy }) });
  await notice.asks();
  await expect(notice.element).toContainText('<b>Shop</b>');
  expect(await page.evaluate(() => 'struck' in globalThis)).toBe(false);
  expect(
    (await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state)).decided,
  ).toBe(false);
});
