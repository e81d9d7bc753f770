// Each visitor fetches what that visit needs and nothing else; guards/size-limits.ts adds up the bytes.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';

const TAG = 's9-consent.js';
const of = (...names: string[]): string[] => [TAG, ...names.map((name) => `s9-consent-${name}.js`)];

// Of a host that the default policy names: it needs no settings.
const FRAME =
  '<iframe data-consent="social" data-src="https://www.youtube.com/embed/film"></iframe>';
const SCRIPT =
  '<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/held.js"></script>';

/** Resolves when the browser has told who watches for it what is in view. */
const looked = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new IntersectionObserver(() => resolve()).observe(document.body);
      }),
  );

/** How much of the page moves from now on; only Chromium tells. */
async function shiftsIn(page: Page): Promise<() => Promise<number>> {
  const shifts = await page.evaluateHandle(() => {
    const seen = { value: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.value += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
    return seen;
  });
  return () => shifts.evaluate(({ value }) => value);
}

test('on a first visit: the banner, and what an answer needs @engine', async ({
  visit,
  notice,
  world,
}) => {
  await visit('<p>Words</p><script type="text/plain" data-consent="analytics">0</script>');
  await notice.asks();
  await expect
    .poll(() => world.widget.fetched().toSorted())
    .toEqual(of('ui', 'answer', 'release').toSorted());
  // What no one sees yet waits until the banner is on screen.
  expect(world.widget.fetched().slice(0, 2)).toEqual(of('ui'));
});

test('with settings in the page: their check besides', async ({ visit, notice, world }) => {
  await visit(`${settings({ layout: 'box' })}{{tag}}<p>Words</p>`);
  await notice.asks();
  expect(world.widget.fetched().slice(0, 3).toSorted()).toEqual(of('settings', 'ui').toSorted());
});

test('on a first visit with settings in the page: the banner while they are being checked', async ({
  visit,
  notice,
  world,
}) => {
  const release = world.widget.hold('s9-consent-settings.js');
  const visited = visit(`${settings({ layout: 'box' })}{{tag}}<p>Words</p>`);
  await expect.poll(() => world.widget.fetched()).toEqual(of('settings', 'ui'));
  release();
  await visited;
  await notice.asks();
});

test('with an opt-out signal, which nobody is asked beside: no banner', async ({
  page,
  visit,
  notice,
  world,
  state,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
  );
  await visit('<p>Words</p>');
  await expect(notice.permanentControl).toBeVisible();
  expect((await state()).purposes['analytics']).toBe(false);
  expect(world.widget.fetched()).not.toContain('s9-consent-ui.js');
});

test('who goes through the page by keyboard: what keeps the banner off the focus', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit('<button>One</button> <button>Two</button>');
  await notice.asks();
  await page.getByText('One').click();
  await expect(page.getByText('One')).toBeFocused();
  expect(world.widget.fetched()).not.toContain('s9-consent-focus.js');
  await page.keyboard.press('Tab');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-focus.js');
});

test('a cookie for the server: what writes it', async ({ visit, notice, world }) => {
  await visit(`${settings({ mirror: 'cookie' })}{{tag}}<p>Words</p>`);
  await notice.asks();
  expect(world.widget.fetched().slice(0, 4).toSorted()).toEqual(
    of('settings', 'mirror', 'ui').toSorted(),
  );
});

test('others are told the choice: what tells them', async ({ visit, notice, world }) => {
  const policy = { announce: { custom: 'onConsent' } };
  await visit(`${settings({ policy })}{{tag}}<p>Words</p>`);
  await notice.asks();
  // Banner and announcement are asked for side by side.
  expect(world.widget.fetched().slice(0, 4).toSorted()).toEqual(
    of('settings', 'announce', 'ui').toSorted(),
  );
});

test('after a no: the tag alone, and a placeholder where a frame is held', async ({
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(async () => (await records()).length).toBe(1);
  const before = world.widget.fetched().length;
  await visit('<p>Words</p>');
  await expect(notice.permanentControl).toBeVisible();
  expect(world.widget.fetched().slice(before)).toEqual(of());
  await visit(FRAME);
  await expect(notice.placeholderIn('iframe')).toBeVisible();
  await expect.poll(() => world.widget.fetched().slice(before + 1)).toEqual(of('frames'));
});

test('after a no, a frame further down the page: the tag alone, until somebody comes near @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(async () => (await records()).length).toBe(1);
  const before = world.widget.fetched().length;
  await visit(`<div style="height:9000px">Words</div>${FRAME}`);
  await expect(notice.permanentControl).toBeVisible();
  await looked(page);
  expect(world.widget.fetched().slice(before)).toEqual(of());
  const shifts = await shiftsIn(page);
  // Half a screen below what is in view: drawn.
  await page.evaluate(() => scrollTo(0, 9000 - 1.5 * innerHeight));
  await expect(notice.placeholderIn('iframe')).toBeAttached();
  expect(world.widget.fetched().slice(before)).toEqual(of('frames'));
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(notice.placeholderIn('iframe')).toBeVisible();
  expect(world.widget.fetched().slice(before)).toEqual(of('frames'));
  expect(await shifts()).toBe(0);
});

test('after a no, a frame further down the page, met by keyboard: its placeholder', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(async () => (await records()).length).toBe(1);
  await visit(`<a href="#end">Begin</a><div style="height:9000px">Words</div>${FRAME}`);
  await expect(notice.permanentControl).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Begin')).toBeFocused();
  await expect(notice.placeholderIn('iframe')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(page.locator('iframe')).toBeFocused();
  await expect(notice.placeholderIn('iframe')).toBeInViewport();
});

test('after a yes: what releases, and telemetry where it is sent', async ({
  visit,
  notice,
  ran,
  records,
  world,
}) => {
  const tag = { endpoint: '{{receiver}}/v1/logs' };
  await visit(SCRIPT, { tag });
  await notice.accept();
  await expect.poll(ran).toEqual(['/held.js']);
  await expect.poll(async () => (await records()).length).toBe(1);
  await expect.poll(() => world.receiver.events('s9.page_view').length).toBe(1);
  const before = world.widget.fetched().length;
  await visit(SCRIPT, { tag });
  await expect.poll(() => world.receiver.events('s9.page_view').length).toBe(2);
  await expect.poll(ran).toEqual(['/held.js']);
  // The script's host is one that the policy does not name, which is said in the console.
  await expect
    .poll(() => world.widget.fetched().slice(before).toSorted())
    .toEqual(of('advice', 'release', 'telemetry').toSorted());
});

test('what a template holds: what puts it in its place, while the banner is read', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit('<template data-consent="analytics"><b>Held</b></template>');
  await notice.asks();
  await expect
    .poll(() => world.widget.fetched().toSorted())
    .toEqual(of('ui', 'answer', 'release', 'places').toSorted());
  await notice.accept();
  await expect(page.getByText('Held')).toBeVisible();
});
