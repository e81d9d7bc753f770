// A file that comes after it was given up still does what it is there for.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const GIVE_UP_MS = 8000;

const started = (page: Page) =>
  page.evaluate(async () => {
    await (globalThis as unknown as WithApi).social9.consent.ready;
  });

test('F-34 F-22 the visit, and what the site tracked, is told by a file that comes after it was given up @engine', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.expectConsole(/Social9 Consent: no .*s9-consent-telemetry/);
  await visit('<p>Words</p>', { at: '/shoes' });
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await page.clock.install();
  const before = world.widget.fetched().length;
  const letCome = world.widget.hold('s9-consent-telemetry.js');
  const told = page.waitForEvent('console', (line) => line.text().includes('s9-consent-telemetry'));
  await visit('<p>Words</p>', { at: '/boots' });
  await started(page);
  await expect
    .poll(() => world.widget.fetched().slice(before))
    .toContain('s9-consent-telemetry.js');
  const tracked = page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.track('signed up'),
  );
  await page.clock.runFor(GIVE_UP_MS);
  await told;
  await tracked;
  letCome();
  const paths = () =>
    world.receiver.events('s9.page_view').map(({ attributes }) => attributes['url.path']);
  await expect.poll(paths).toEqual(['/shoes', '/boots']);
  await expect.poll(() => world.receiver.events('s9.custom')).toHaveLength(1);
});

test('F-34 L-19 what was granted is released by a file that comes after it was given up', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.expectConsole(/Social9 Consent: no .*s9-consent-release/);
  const held =
    '<script type="text/plain" data-consent="analytics">document.title = "released"</script>';
  await visit('<p>Words</p>');
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await page.clock.install();
  const before = world.widget.fetched().length;
  const letCome = world.widget.hold('s9-consent-release.js');
  const told = page.waitForEvent('console', (line) => line.text().includes('s9-consent-release'));
  await visit(held);
  await started(page);
  await expect.poll(() => world.widget.fetched().slice(before)).toContain('s9-consent-release.js');
  await page.clock.runFor(GIVE_UP_MS);
  await told;
  letCome();
  await expect.poll(() => page.title()).toBe('released');
});
