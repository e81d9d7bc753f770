// A press on a control that was covered, invisible or has just moved is not a yes.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

/** Ways to get a real press that the person did not mean, set up in the page just before it. */
const TRICKS: Readonly<Record<string, (control: Element) => void>> = {
  'F-45 something lies over it that lets presses through': () => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover();
  },
  'F-45 the notice is see-through': () => {
    document
      .querySelector<HTMLElement>('s9-consent')
      ?.style.setProperty('opacity', '0', 'important');
  },
  'F-45 the notice is filtered away': () => {
    document
      .querySelector<HTMLElement>('s9-consent')
      ?.style.setProperty('filter', 'contrast(1) opacity(0)', 'important');
  },
  'F-45 the notice is masked': () => {
    const { style } = document.querySelector('s9-consent') as HTMLElement;
    style.setProperty('display', 'block', 'important');
    style.setProperty('mask-image', 'linear-gradient(#0000, #0000)', 'important');
  },
  'F-45 the page is see-through': () => {
    document.documentElement.style.opacity = '0';
  },
  'F-45 it moves under the pointer that comes near': (control) => {
    const layer = control.parentElement?.parentElement;
    addEventListener(
      'pointermove',
      () => layer?.style.setProperty('translate', '0 -80px', 'important'),
      {
        once: true,
      },
    );
  },
};

for (const [trick, play] of Object.entries(TRICKS)) {
  test(`${trick}: the press does not grant`, async ({ page, visit, notice, records, world }) => {
    await visit();
    const accept = notice.control('accept');
    await notice.rest(accept);
    await accept.evaluate(play);
    const { x = 0, y = 0 } = (await accept.boundingBox()) ?? {};
    const isMover = trick.includes('moves');
    await page.mouse.click(x + 20, y + 10 - (isMover ? 80 : 0));
    if (isMover) expect((await accept.boundingBox())?.y).toBe(y - 80);
    await page.evaluate(() => fetch('/'));
    expect((await records()).filter(({ source }) => source === 'accept-all')).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('F-45 a press on a control that rested in view does count', async ({
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});

test('F-45 in a page of another site nothing is asked, and nothing can be granted @chromium', async ({
  page,
  visit,
  law,
  world,
}) => {
  await visit();
  world.host.put('/lure', `<iframe src="${world.host.origin}/" width="900" height="700"></iframe>`);
  const lure = new URL('/lure', world.host.origin);
  lure.hostname = 'lure.localhost';
  law.allow('early', /lure\.localhost/);
  await page.goto(lure.href);
  const inside = page.frames()[1];
  await inside?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    await consent.open('banner');
  });
  const framed = page.frameLocator('iframe');
  await expect(framed.locator('[data-action=accept]')).toHaveCount(0);
  await inside?.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.open('preferences'),
  );
  await framed.locator('[data-action=accept]').click();
  await expect(framed.locator('[data-action=accept]')).toBeVisible();
  await framed.locator('[data-action=reject]').click();
  await expect(framed.locator('[data-action=accept]')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});
