// The site's own scripts ask and listen through one object, and a wrong call says what was expected.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const WRONG = [
  'allows(7)',
  'whenAllowed(null)',
  "set('analytics')",
  "set({ analytics: 'yes' })",
  'set({ unheard: true })',
  "open('everything')",
  "on('nothing', () => 0)",
  "on('change', 'nothing')",
];

for (const call of WRONG) {
  test(`${call} throws a TypeError that says what was expected`, async ({ page, visit, state }) => {
    await visit();
    await state();
    const said = await page.evaluate(`(() => {
      try { social9.consent.${call}; return 'nothing'; } catch (error) {
        return (error instanceof TypeError ? '' : 'another error: ') + error.message;
      }
    })()`);
    expect(said).toContain(call.slice(0, call.indexOf('(')));
    expect(said).toMatch(/expected/);
    expect(said).not.toMatch(/another error/);
  });
}

test('allows() is false until a person said yes, and for what no policy names', async ({
  page,
  visit,
  notice,
}) => {
  const allowed = () =>
    page.evaluate(() => {
      const { consent } = (globalThis as unknown as WithApi).social9;
      return [
        'necessary',
        'analytics',
        'service:youtube',
        'unheard',
        'service:',
        'constructor',
      ].filter((id) => consent.allows(id));
    });
  await visit();
  await notice.asks();
  expect(await allowed()).toEqual(['necessary']);
  await notice.choose('analytics', 'service:youtube');
  await expect.poll(allowed).toEqual(['necessary', 'analytics', 'service:youtube']);
});

test('L-28 F-26 allows() is false from the second a choice expires, on an open page', async ({
  page,
  visit,
  notice,
  state,
}) => {
  await page.clock.install({ time: new Date('2026-01-15T10:00:00Z') });
  await visit();
  await notice.accept();
  await expect.poll(state).toMatchObject({ decided: true });
  const { expiresAt } = await state();
  const allowed = () =>
    page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.allows('analytics'));
  await page.clock.setFixedTime((expiresAt ?? 0) - 1000);
  expect(await allowed()).toBe(true);
  await page.clock.setFixedTime((expiresAt ?? 0) + 1);
  expect(await allowed()).toBe(false);
});

test('on() hears what happens, as does the document, until it is told to stop', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => {
    const heard: string[] = ((globalThis as unknown as { heard: string[] }).heard = []);
    const { consent } = (globalThis as unknown as WithApi).social9;
    const off = consent.on('change', () => {
      heard.push('on');
      off();
    });
    document.addEventListener('s9:change', () => heard.push('document'));
  });
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await notice.accept();
  await expect.poll(async () => (await heard()).toSorted()).toEqual(['document', 'on']);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(heard).toHaveLength(3);
  expect((await heard()).at(-1)).toBe('document');
});

test('open() and close() move between views and answer nothing', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.open('preferences'));
  await expect(notice.panel).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.close());
  await expect(notice.panel).toBeHidden();
  expect(await records()).toEqual([]);
});

test('whenAllowed resolves at the grant, now or later', async ({ page, visit, notice }) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    void consent.whenAllowed('analytics').then(() => {
      document.title = 'Allowed';
    });
  });
  await expect(page).toHaveTitle('Example Shop');
  await notice.accept();
  await expect(page).toHaveTitle('Allowed');
  await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.whenAllowed('service:youtube'),
  );
});

test('the state is a frozen snapshot', async ({ page, visit, state }) => {
  await visit();
  await state();
  const isFrozen = await page.evaluate(() => {
    const { state: snapshot } = (globalThis as unknown as WithApi).social9.consent;
    return [snapshot, snapshot.purposes, snapshot.services].every(Object.isFrozen);
  });
  expect(isFrozen).toBe(true);
});
