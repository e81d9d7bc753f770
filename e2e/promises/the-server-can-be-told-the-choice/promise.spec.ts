// With "mirror": "cookie" the server is told what is granted now, and when that is nothing.
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { ALL, cookiesOf, grantedIn, toldLast } from './mirrored.ts';

const withPurposes = (...purposes: object[]): string =>
  `${settings({ mirror: 'cookie', policy: { purposes } })}{{tag}}<p>Shoes</p>`;

test('L-10 before a choice there is no cookie', async ({ context, visit, notice, world }) => {
  await visit();
  await notice.asks();
  expect(await cookiesOf(context, world)).toEqual([]);
  await visit();
  await notice.asks();
  expect(toldLast(world)).toBeNull();
});

test('a yes is told with the next request, until it ends', async ({
  context,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  const [cookie, ...others] = await cookiesOf(context, world);
  const [record] = await records();
  const day = (ms = 0) => new Date(ms).toISOString().slice(0, 10);
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ path: '/', sameSite: 'Lax', secure: false, domain: 'localhost' });
  expect(cookie?.value).toBe(
    `policy=2026-11-27&granted=${ALL}&decided=${day(record?.decidedAt)}&until=${day(record?.expiresAt)}`,
  );
  await visit();
  expect(toldLast(world)).toBe(ALL);
});

test('L-29 it ends with the choice and no visit renews it', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const decidedAt = new Date('2026-01-15T10:00:00Z');
  await page.clock.install({ time: decidedAt });
  /** By the browser’s own clock, which ends cookies and is not the page’s. */
  const daysLeft = async () => {
    const [{ expires } = { expires: 0 }] = await cookiesOf(context, world);
    return Math.round((expires - Date.now() / 1000) / 86_400);
  };
  await visit();
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  await expect.poll(daysLeft, 'until 15 July').toBe(181);
  await page.clock.setSystemTime('2026-02-14T10:00:00Z');
  await visit();
  await expect(notice.permanentControl).toBeVisible();
  await expect.poll(daysLeft, 'thirty days later').toBe(151);
});

test('a no is told as a no', async ({ context, visit, notice, world }) => {
  await visit();
  await notice.reject();
  await expect.poll(() => grantedIn(context, world)).toBe('');
});

test('a choice in part is told as it is', async ({ context, visit, notice, world }) => {
  await visit();
  await notice.choose('service:youtube');
  await expect.poll(() => grantedIn(context, world)).toBe('service:youtube');
});

test('L-19 a withdrawal is told, an erasure leaves no cookie', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => grantedIn(context, world)).toBe('');
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());
  await expect.poll(() => cookiesOf(context, world)).toEqual([]);
});

test('F-16 what is taken back in one tab is told from every tab', async ({
  context,
  visit,
  notice,
  noticeOn,
  world,
}) => {
  const other = await context.newPage();
  await visit();
  await visit('page.html', { page: other });
  await noticeOn(other).accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => grantedIn(context, world)).toBe('');
  const source = () =>
    other.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state.source);
  await expect.poll(source).toBe('withdraw');
  expect(await grantedIn(context, world)).toBe('');
});

test('L-28 of a choice that has run out nothing is left', async ({
  context,
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await page.clock.install({ time: new Date('2026-01-15T10:00:00Z') });
  await visit();
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  const { expiresAt = 0 } = (await records())[0] ?? {};
  // The browser’s own clock, which ends cookies, still has the year before it.
  await page.clock.setSystemTime(expiresAt + 1000);
  await visit();
  await notice.asks();
  await expect.poll(() => cookiesOf(context, world)).toEqual([]);
});

test('L-28 what a changed policy asks anew is not told as granted', async ({
  context,
  visit,
  notice,
  world,
}) => {
  await visit(withPurposes());
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  const social = { id: 'social', recipients: ['Google', 'Facebook', 'Pinterest', 'Ad House'] };
  await visit(withPurposes(social));
  await notice.asks();
  await expect.poll(() => grantedIn(context, world)).toBe('analytics');
});

test('L-43 a signal over an older yes is told', async ({ context, page, visit, notice, world }) => {
  await visit();
  await notice.accept();
  await expect.poll(() => grantedIn(context, world)).toBe(ALL);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  await visit();
  await expect.poll(() => grantedIn(context, world)).toBe('analytics');
});

test('L-12 the notice names the cookie', async ({ visit, notice }) => {
  await visit();
  await notice.press('choose');
  const necessary = notice.panel.locator('li').filter({ has: notice.switchOf('necessary') });
  await necessary.locator('summary').click();
  await expect(necessary).toContainText('s9-consent, 6 months');
});
