// A shop with a tag manager, a pixel and a film: nothing out before the choice, one word to each, and an end to it.
import type { BrowserContext } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { World } from '../../support/world.ts';
import { bundle } from '../the-pages-own-elements-stay-as-written/bundles.ts';
import { ANSWERS, ENTRY, POLICY, SHOP } from './shop.ts';
import { googleTold, keepRemains, remainsOn, updatesOn } from './told.ts';

const GRANTED = 'update of 7: ad_storage analytics_storage';
const DENIED = 'update of 7: nothing';
const TAG = { 'data-announce': 'google' };

/** Everything that others are asked for from now on, in the place of whom a stand-in answers. */
async function answersOf(context: BrowserContext): Promise<readonly string[]> {
  const asked: string[] = [];
  await context.route(/googletagmanager|facebook|youtube|unmarked/, async (route) => {
    const { host, pathname, search } = new URL(route.request().url());
    const [contentType, body] = ANSWERS[host + pathname] ?? ['', undefined];
    asked.push(host + pathname + (pathname === '/tr' ? search : ''));
    await (body === undefined ? route.abort() : route.fulfill({ contentType, body }));
  });
  return asked;
}

/** What the command writes for the shop's policy. */
async function cspOf({ widget, receiver }: World, granted: string) {
  const settings = { policy: POLICY, endpoint: `${receiver.origin}/v1/logs` };
  const args = ['csp', '--policy', '-', '--own', widget.origin, '--granted', granted];
  const { printed } = await run(args, JSON.stringify(settings));
  const [, header = ''] = /^Content-Security-Policy: (.*)$/m.exec(printed) ?? [];
  return { 'content-security-policy': header };
}

test('L-10 L-19 denied first, told once, released, and told to stop on the same page @engine', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const asked = await answersOf(context);
  const sent = () => asked.flatMap((each) => each.split('/tr?ev=')[1] ?? []);
  const track = (event: string) =>
    page.evaluate(
      (name) => (globalThis as unknown as { fbq(...call: string[]): void }).fbq('track', name),
      event,
    );
  world.host.put('/app.js', await bundle(ENTRY));
  await visit(SHOP, { tag: TAG });
  await notice.asks();
  await page.locator('#again').click();
  await expect(page.locator('#again')).toHaveText('Drawn 2');
  expect(await page.evaluate(googleTold)).toEqual([
    'default of 8: nothing',
    'set ads_data_redaction',
  ]);
  expect(asked).toEqual([]);
  await notice.accept();
  await expect
    .poll(() => asked.toSorted())
    .toEqual([
      'connect.facebook.net/en_US/fbevents.js',
      'www.facebook.com/tr?ev=PageView',
      'www.googletagmanager.com/gtm.js',
      'www.youtube.com/embed/film',
    ]);
  await expect.poll(() => updatesOn(page)).toEqual([GRANTED]);
  await keepRemains(page);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => remainsOn(page)).toEqual([]);
  expect(await updatesOn(page)).toEqual([GRANTED, DENIED]);
  await track('Late');
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
  expect(sent(), 'the pixel is silent').toEqual(['PageView']);
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(() => updatesOn(page)).toEqual([GRANTED, DENIED, GRANTED]);
  // What came while it was revoked is sent with the next yes, and not before.
  await expect.poll(sent).toEqual(['PageView', 'Late']);
  await page.locator('#again').click();
  await expect(page.locator('#again')).toHaveText('Drawn 3');
  expect(
    await page.evaluate(() => (globalThis as unknown as { recovered: string[] }).recovered),
    'what React had to mend',
  ).toEqual([]);
});

test('L-10 one script was never marked: the same policy keeps it in, and what is told is told', async ({
  context,
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('cspReports', /./);
  law.allow('consoleErrors', /Content.Security.Policy|violates|Failed to load/);
  law.allow('early', /unmarked|facebook/);
  const asked = await answersOf(context);
  world.host.put('/app.js', await bundle(ENTRY));
  const shop = SHOP.replace(
    '</body>',
    '<script src="https://unmarked.example/a.js"></script><script src="https://connect.facebook.net/en_US/sdk.js"></script></body>',
  );
  await visit(shop, { tag: TAG, headers: await cspOf(world, '') });
  await notice.asks();
  expect(asked).toEqual([]);
  await notice.accept();
  await expect.poll(() => updatesOn(page)).toEqual([GRANTED]);
  expect(asked, 'a page keeps the policy it came with').toEqual([]);
  await visit(shop, { tag: TAG, headers: await cspOf(world, 'all') });
  await expect
    .poll(() => new Set(asked))
    .toEqual(
      new Set(
        [...Object.keys(ANSWERS), 'connect.facebook.net/en_US/sdk.js'].map((each) =>
          each.replace(/tr$/, 'tr?ev=PageView'),
        ),
      ),
    );
  expect(await page.evaluate(googleTold)).toEqual(
    expect.arrayContaining(['default of 8: nothing', GRANTED, 'config G-1']),
  );
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(() => updatesOn(page)).toEqual([GRANTED, DENIED]);
});
