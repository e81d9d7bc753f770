// Google, Microsoft, Meta and others are told the choice: a no first, each change once, and never by a request.
import { expect, settings, test } from '../../support/fixture.ts';
import type { Gtag } from './gtag.ts';
import {
  ANNOUNCE,
  googleTold,
  HELD,
  keepRemains,
  othersTold,
  PAGE,
  remainsOn,
  settingsWith,
  TAG,
  updatesOn,
} from './told.ts';

const DEFAULT = 'default of 8: nothing';
const NOTHING = 'update of 7: security_storage';
const ALL =
  'update of 7: ad_storage ad_user_data ad_personalization analytics_storage security_storage';
const EVENT = '{"event":"s9_consent_update"}';

/** Runs in the page. */
const standIn = () => (globalThis as unknown as { standIn: Gtag }).standIn;

test('L-10 denied before any other script, told once with the yes, before what it releases', async ({
  page,
  visit,
  notice,
}) => {
  await visit(PAGE, { tag: TAG });
  const atOnce = await page.evaluate(() => {
    const { layer, uetq } = (
      globalThis as unknown as { atOnce: Record<'layer' | 'uetq', unknown[]> }
    ).atOnce;
    return { shape: Object.prototype.toString.call(layer[0]), layer: layer.length, uetq };
  });
  expect(atOnce).toEqual({
    shape: '[object Arguments]',
    layer: 1,
    uetq: ['consent', 'default', { ad_storage: 'denied' }],
  });
  await notice.asks();
  expect(await page.evaluate(googleTold)).toEqual([DEFAULT, 'set ads_data_redaction']);
  await notice.accept();
  await expect.poll(() => page.evaluate(googleTold)).toContain('config G-1');
  expect(await page.evaluate(googleTold)).toEqual([
    DEFAULT,
    'set ads_data_redaction',
    ALL,
    EVENT,
    'js',
    'config G-1',
  ]);
  expect(await page.evaluate(standIn)).toMatchObject({
    ignored: 0,
    hits: [{ gcs: 'G111', gcd: 'rrrr' }],
  });
  await expect
    .poll(() => page.evaluate(othersTold))
    .toEqual({
      microsoft: ['consent', 'default', ['denied'], 'consent', 'update', ['granted']],
      meta: ['init 1', 'consent grant'],
      clarity: [
        ['denied', 'denied'],
        ['granted', 'granted'],
      ],
    });
  const late = await page.evaluate(
    () =>
      (globalThis as unknown as { google_tag_data: { ics: { wasSetLate: boolean } } })
        .google_tag_data.ics.wasSetLate,
  );
  expect(late).toBe(false);
});

test('a no is told as a no, once', async ({ page, visit, notice, records }) => {
  await visit(PAGE, { tag: TAG });
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await expect.poll(() => updatesOn(page)).toEqual([NOTHING]);
  // What was refused never came: there is nobody to revoke anything from.
  expect(await page.evaluate(othersTold)).toMatchObject({
    microsoft: ['consent', 'default', ['denied'], 'consent', 'update', ['denied']],
    meta: [],
  });
});

test('L-19 a withdrawal ends on the same page, and the next yes begins anew', async ({
  page,
  visit,
  notice,
}) => {
  await visit(PAGE, { tag: TAG });
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  await visit(PAGE, { tag: TAG });
  await expect.poll(() => page.evaluate(googleTold)).toContain('config G-1');
  expect(await updatesOn(page)).toEqual([ALL]);
  await keepRemains(page);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => remainsOn(page), 'nobody runs on').toEqual([]);
  expect(await updatesOn(page)).toEqual([ALL, NOTHING]);
  expect(await page.evaluate(othersTold)).toMatchObject({
    meta: ['init 1', 'consent grant', 'consent revoke'],
  });
  const sent = () =>
    page.evaluate(() => {
      const { gtag, standIn: seen } = globalThis as unknown as {
        gtag(...command: string[]): void;
        standIn: Gtag;
      };
      gtag('event', 'seen');
      return seen.hits.length;
    });
  expect([await sent(), await sent()], 'Analytics is silent').toEqual([1, 1]);
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(() => updatesOn(page)).toEqual([ALL, NOTHING, ALL]);
  await expect
    .poll(() => page.evaluate(othersTold))
    .toMatchObject({ meta: ['init 1', 'consent grant', 'consent revoke', 'consent grant'] });
  expect(await sent()).toBe(2);
});

test('L-19 who cannot be told is named as before', async ({ page, visit, notice }) => {
  const { meta: _, ...others } = ANNOUNCE;
  await visit(`${settingsWith(others)}{{tag}}${HELD}`, { tag: TAG });
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  await expect.poll(() => page.evaluate(othersTold)).toMatchObject({ meta: ['init 1'] });
  await keepRemains(page);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => remainsOn(page)).toEqual(['inline']);
  await expect(notice.element.locator('[part~="remains"]')).toBeVisible();
});

test('F-16 what another tab decides is told here, once', async ({
  context,
  page,
  visit,
  noticeOn,
}) => {
  const other = await context.newPage();
  await visit(PAGE, { tag: TAG });
  await visit(PAGE, { tag: TAG, page: other });
  await noticeOn(other).accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  await noticeOn(other).permanentControl.click();
  await noticeOn(other).press('withdraw');
  await expect.poll(() => updatesOn(page)).toEqual([ALL, NOTHING]);
});

test('F-26 a choice that runs out while the page is open is told as a no', async ({
  page,
  visit,
  notice,
}) => {
  await page.clock.install({ time: new Date('2026-01-15T10:00:00Z') });
  await visit(`${settingsWith()}{{tag}}${HELD}`, { tag: TAG });
  // A file on its way would be given up by a clock that goes forward.
  const fetched = page.waitForEvent('requestfinished', (file) => file.url().includes('-telemetry'));
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  await fetched;
  // No timer waits for half a year: it is set anew, and a clock goes forward by no more than that either.
  for (let days = 0; days < 200; days += 20) await page.clock.fastForward(20 * 86_400_000);
  await expect.poll(() => updatesOn(page)).toEqual([ALL, NOTHING]);
});

test('L-43 a signal over an older yes is told', async ({ page, visit, notice }) => {
  await visit(PAGE, { tag: TAG });
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  await visit(PAGE, { tag: TAG });
  await expect.poll(() => updatesOn(page)).toEqual([NOTHING]);
});

test('L-21 a faulty mapping is named, and denies', async ({ page, visit, notice, law }) => {
  law.expectConsole(
    /policy\.announce\.google\.analytics_storage: expected .*analitics is none that can be granted[^]*policy\.announce\.gogle[^]*data-announce: expected policy\.announce\.microsoft/,
  );
  const google = { ...ANNOUNCE.google, analytics_storage: 'analitics' };
  await visit(`${settingsWith({ google, gogle: {} })}{{tag}}${HELD}`, { tag: TAG });
  await notice.accept();
  await expect
    .poll(() => updatesOn(page))
    .toEqual(['update of 7: ad_storage ad_user_data ad_personalization security_storage']);
});

test('L-10 nothing is fetched by announcing, and no name made that was not declared', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const names = () =>
    page.evaluate(() =>
      ['dataLayer', 'uetq', 'clarity', 'fbq', 'ttq', 'pintrk', '_paq', 'wp_consent_type'].filter(
        (name) => name in globalThis,
      ),
    );
  await visit(`${settings({ layout: 'box' })}{{tag}}`);
  await notice.asks();
  expect(await names()).toEqual([]);
  expect(world.widget.fetched()).not.toContain('s9-consent-announce.js');
  await visit(`${settingsWith({ google: ANNOUNCE.google })}{{tag}}`);
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([ALL]);
  // Said late where the tag does not say it, and said once.
  expect((await page.evaluate(googleTold))[0]).toBe(DEFAULT);
  expect(await names()).toEqual(['dataLayer']);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-34 without its file nobody is told more than the tag has said', async ({
  page,
  visit,
  notice,
  world,
  law,
  records,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-announce.js', 'one-byte-changed');
  await visit(PAGE, { tag: TAG });
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  await expect.poll(() => page.evaluate(othersTold)).toMatchObject({ meta: ['init 1'] });
  expect(await updatesOn(page)).toEqual([]);
});
