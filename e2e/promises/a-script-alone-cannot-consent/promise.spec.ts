// Only a person's own press says yes; a script may refuse, withdraw, open and close, and never grant.
import { expect, test } from '../../support/fixture.ts';

const KINDS: Readonly<Record<string, (control: HTMLElement) => void>> = {
  'click() @engine': (control) => control.click(),
  'a made-up click': (control) =>
    void control.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }),
    ),
  'a made-up press and click': (control) => {
    for (const type of ['pointerdown', 'pointerup']) {
      control.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
    }
    control.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  },
};

for (const [kind, press] of Object.entries(KINDS)) {
  test(`F-43 ${kind} on Accept grants nothing`, async ({
    page,
    visit,
    notice,
    records,
    ran,
    world,
  }) => {
    await visit();
    await notice.asks();
    await notice.control('accept').evaluate(press);
    await page.evaluate(() => fetch('/'));
    expect(await records()).toEqual([]);
    expect(await ran()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
    await notice.asks();
  });
}

test('F-43 nor on Save, with switches a script has set', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('choose');
  await notice.switchOf('analytics').evaluate((control: HTMLElement) => control.click());
  await notice.control('save').evaluate((control: HTMLElement) => control.click());
  await page.evaluate(() => fetch('/'));
  expect((await records()).filter(({ purposes }) => purposes['analytics'])).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('X-01 a scripted click on Reject is a refusal', async ({ visit, notice, records }) => {
  await visit();
  await notice.asks();
  await notice.control('reject').evaluate((control: HTMLElement) => control.click());
  await expect
    .poll(records)
    .toMatchObject([{ source: 'reject-all', purposes: { analytics: false } }]);
  await notice.isSilent();
});

test('X-01 a scripted click withdraws', async ({ visit, notice, records }) => {
  await visit();
  await notice.accept();
  await notice.permanentControl.evaluate((control: HTMLElement) => control.click());
  await notice.control('withdraw').evaluate((control: HTMLElement) => control.click());
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw' }]);
});

/** The page calls by itself and tells its server what came of it. */
const callingPage = (call: string): string => `<script>
  document.addEventListener('s9:refused', ({ detail }) => fetch('/refused/' + detail.reason));
  social9.consent.ready.then(() => social9.consent.${call});
</script>`;

for (const call of ['accept()', 'set({ analytics: true })', "set({ 'service:youtube': true })"]) {
  const engine = call === 'accept()' ? ' @engine' : '';
  test(`F-43 ${call} without a gesture is refused${engine}`, async ({
    visit,
    state,
    records,
    world,
  }) => {
    world.host.put('/refused/no-gesture', '');
    await visit(callingPage(call));
    const told = () => world.host.requests().filter(({ line }) => line.includes('/refused/'));
    await expect.poll(told).toMatchObject([{ line: 'GET /refused/no-gesture' }]);
    expect((await state()).decided).toBe(false);
    expect(await records()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test("a press on the site's own button grants, recorded as the site's @engine", async ({
  page,
  visit,
  notice,
  law,
  ran,
  records,
}) => {
  await visit();
  await notice.asks();
  law.aboutToGrant();
  await page.getByText('Yes to statistics').click();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect
    .poll(records)
    .toMatchObject([{ source: 'site', purposes: { analytics: true, social: false } }]);
});

test('F-43 the press of a no, or one on mere words, is none that a script can say yes with', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit(`<p>Boots</p><output></output><script>
    const told = [];
    social9.consent.on('refused', ({ reason }) =>
      document.querySelector('output').append(told.push(reason) && reason + ' '));
    social9.consent.on('change', () => social9.consent.accept());
    document.addEventListener('click', () => social9.consent.accept());
  </script>`);
  await notice.asks();
  await page.getByText('Boots').click();
  await expect(page.locator('output')).toHaveText('no-gesture');
  await notice.reject();
  await expect(page.locator('output')).toHaveText('no-gesture no-gesture');
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test("a site's own button can ask its server first", async ({ page, visit, law, records }) => {
  await visit(
    `<button type="button" onclick="fetch('/').then(() => social9.consent.accept())">Yes</button>`,
  );
  // However long the server takes: the press is not too old.
  await page.evaluate(() => (performance.now = () => 1));
  law.aboutToGrant();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(records).toMatchObject([{ source: 'site', purposes: { social: true } }]);
});

for (const call of ['withdraw()', 'reject()', 'set({ analytics: false, social: false })']) {
  test(`${call} is always allowed`, async ({ page, visit, notice, records, state }) => {
    await visit();
    await notice.accept();
    await expect.poll(records).toHaveLength(1);
    await page.reload();
    await page.addScriptTag({ content: `social9.consent.${call}` });
    await expect
      .poll(records)
      .toMatchObject([{}, { purposes: { analytics: false, social: false } }]);
    expect((await state()).purposes).toMatchObject({ analytics: false, social: false });
  });
}
