// Vendors' own scripts, as they publish them, obey what they are told: nothing kept before, and nothing left after.
import { expect, test } from '../../support/fixture.ts';
import { settingsWith } from './told.ts';

const CLARITY = 'node_modules/clarity-js/build/clarity.min.js';
const POSTHOG = 'node_modules/posthog-js/dist/array.full.no-external.js';

test('Clarity sets its cookies with the yes, and deletes them with the withdrawal', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const cookies = async () =>
    (await context.cookies(world.host.origin)).map(({ name }) => name).sort();
  const announce = { clarity: { analytics_Storage: 'analytics', ad_Storage: 'analytics' } };
  await visit(`${settingsWith(announce)}{{tag}}`);
  await notice.asks();
  // As its tag does: its start goes before what was said to it meanwhile. Here it runs unheld, to be told a no first.
  await page.evaluate(() => {
    const { clarity } = globalThis as unknown as { clarity: { q: unknown[] } };
    clarity.q.unshift(['start', { projectId: 'test', track: true, upload: false }]);
  });
  await page.addScriptTag({ path: CLARITY });
  expect(await cookies()).toEqual([]);
  await notice.accept();
  await expect.poll(cookies).toEqual(['_clck', '_clsk']);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(cookies).toEqual([]);
});

test('PostHog sends with the yes alone', async ({ context, page, visit, notice, world }) => {
  const sent: string[] = [];
  await context.route('https://eu.i.posthog.com/**', async (route) => {
    sent.push(new URL(route.request().url()).pathname);
    await route.fulfill({ json: {}, headers: { 'access-control-allow-origin': '*' } });
  });
  const capture = (name: string) =>
    page.evaluate((event) => {
      const { posthog } = globalThis as unknown as { posthog: { capture(e: string): unknown } };
      return posthog.capture(event) !== undefined;
    }, name);
  const status = () =>
    page.evaluate(() => {
      const { posthog } = globalThis as unknown as {
        posthog: { get_explicit_consent_status(): string };
      };
      return posthog.get_explicit_consent_status();
    });
  await visit(`${settingsWith({ posthog: 'service:meta-pixel' })}{{tag}}`);
  await notice.asks();
  await page.addScriptTag({ path: POSTHOG });
  await page.evaluate(() => {
    const { posthog } = globalThis as unknown as { posthog: { init(...given: unknown[]): void } };
    posthog.init('test', {
      api_host: 'https://eu.i.posthog.com',
      opt_out_capturing_by_default: true,
      opt_out_useragent_filter: true,
      persistence: 'memory',
      advanced_disable_flags: true,
      capture_pageview: false,
      request_batching: false,
      autocapture: false,
    });
  });
  expect(await capture('early')).toBe(false);
  expect([await status(), sent, await context.cookies(world.host.origin)]).toEqual([
    'pending',
    [],
    [],
  ]);
  await notice.accept();
  await expect.poll(status).toBe('granted');
  expect(sent).toEqual([]);
  expect(await capture('allowed')).toBe(true);
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(status).toBe('denied');
  expect(await capture('late')).toBe(false);
});
