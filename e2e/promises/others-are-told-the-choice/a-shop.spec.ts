// A shop with a tag manager, a pixel and a film: nothing out before the choice, one word to each, and an end to it.
import { expect, test } from '../../support/fixture.ts';
import { bundle } from '../the-pages-own-elements-stay-as-written/bundles.ts';
import { ANSWERS, ENTRY, SHOP } from './shop.ts';
import { googleTold, keepRemains, remainsOn, updatesOn } from './told.ts';

const GRANTED = 'update of 7: ad_storage analytics_storage';
const DENIED = 'update of 7: nothing';

test('L-16 L-19 denied first, told once, released, and told to stop on the same page @engine', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const asked: string[] = [];
  await context.route(/googletagmanager|facebook|youtube/, async (route) => {
    const { host, pathname, search } = new URL(route.request().url());
    const [contentType, body] = ANSWERS[host + pathname] ?? ['', undefined];
    asked.push(host + pathname + (pathname === '/tr' ? search : ''));
    await (body === undefined ? route.abort() : route.fulfill({ contentType, body }));
  });
  const sent = () => asked.flatMap((each) => each.split('/tr?ev=')[1] ?? []);
  const track = (event: string) =>
    page.evaluate(
      (name) => (globalThis as unknown as { fbq(...call: string[]): void }).fbq('track', name),
      event,
    );
  world.host.put('/app.js', await bundle(ENTRY));
  await visit(SHOP, { tag: { 'data-announce': 'google' } });
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
