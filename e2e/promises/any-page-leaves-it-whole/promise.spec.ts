// Whatever a page does to all of its elements, the notice is whole, in reach and of one look; and the page stays as it is.
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { STYLES } from './torture.ts';

const BANNER = 's9-consent [part=banner]';

/** What of a control is out of the window, under something else, or too small; nothing where all is well. */
const faultsOf = (control: Locator): Promise<string[]> =>
  control.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    const { fontSize, textTransform, letterSpacing } = getComputedStyle(element);
    const isIn = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    return [
      isIn ? '' : `out of the window: ${left} ${top} ${right} ${bottom}`,
      hit === element ? '' : `under ${hit?.outerHTML.slice(0, 80)}`,
      Math.min(width, height) >= 43.9 ? '' : `${width} by ${height}`,
      Number.parseFloat(fontSize) >= 12 ? '' : fontSize,
      textTransform === 'none' && letterSpacing === 'normal' ? '' : 'in letters of the page',
      element.scrollWidth > element.clientWidth ? 'cut off' : '',
    ].filter(Boolean);
  });

async function expectWhole(page: Page, where: string): Promise<void> {
  for (const action of ['accept', 'reject', 'choose']) {
    const control = page.locator(`${BANNER} [data-action=${action}]`);
    await expect(control).toHaveCount(1);
    await expect.poll(() => faultsOf(control), `${action} ${where}`).toEqual([]);
  }
}

for (const [what, markup] of Object.entries(STYLES)) {
  test(`F-38 it is whole and can be answered under ${what}`, async ({
    page,
    visit,
    notice,
    records,
  }) => {
    await visit(markup);
    await notice.asks();
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await expectWhole(page, `at ${viewport.width}`);
    }
    await notice.reject();
    await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
  });
}

test('F-38 F-45 a yes counts on a page with a reset of everything @engine', async ({
  visit,
  notice,
  records,
}) => {
  await visit(STYLES['a reset of everything']);
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});

test('L-30 F-38 a page that turns its direction over keeps the notice whole', async ({
  page,
  visit,
  notice,
}) => {
  await visit('<p>Shoes</p>');
  await notice.asks();
  for (const dir of ['rtl', 'ltr', 'rtl']) {
    await page.evaluate((value) => (document.documentElement.dir = value), dir);
    await expectWhole(page, dir);
  }
});

const LAYERS = `<button id="menu" popovertarget="list">Menu</button>
  <div id="list" popover style="inset: 0 auto auto 0; margin: 0"><button id="item">Item</button></div>
  <dialog id="own" style="inset: 0 0 auto; margin: 0"><button id="inside">Inside</button>
    <form method="dialog"><button id="shut">Shut</button></form></dialog>
  <script>document.getElementById('inside').onclick = (press) => (press.target.textContent = 'Pressed')</script>`;

const openOwn = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLDialogElement>('#own')?.showModal());

test('L-30 a modal dialog of the page that is opened over the notice works, and gives way', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(LAYERS);
  await notice.asks();
  await openOwn(page);
  await page.locator('#inside').click();
  await expect(page.locator('#inside')).toHaveText('Pressed');
  await page.locator('#shut').click();
  await expectWhole(page, 'once it is shut');
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

test('L-30 one that was there before is not blocked either', async ({ page, visit, world }) => {
  await visit(LAYERS + '<script>document.querySelector("#own").showModal()</script>');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-ui.js');
  await page.locator('#inside').click();
  await expect(page.locator('#inside')).toHaveText('Pressed');
  await page.locator('#shut').click();
  await expectWhole(page, 'once it is shut');
});

test('L-30 a menu in the top layer opens, works and closes over the notice', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(LAYERS);
  await notice.asks();
  await page.locator('#menu').click();
  await page.locator('#item').click();
  await expectWhole(page, 'beside the menu');
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

for (const [kind, answer] of [
  ['auto', 'reject'],
  ['manual', 'accept'],
] as const) {
  test(`L-30 F-38 a popover=${kind} that comes over all of the window goes under the notice @engine`, async ({
    page,
    visit,
    notice,
    records,
  }) => {
    await visit(
      `<div id="over" popover="${kind}" style="width: 100%; height: 100%; margin: 0"><button>Inside</button></div>`,
    );
    await notice.asks();
    await page.evaluate(() => document.querySelector<HTMLElement>('#over')?.showPopover());
    await expectWhole(page, 'over the popover');
    await page.getByText('Inside').click();
    await notice[answer]();
    await expect.poll(records).toMatchObject([{ source: `${answer}-all` }]);
  });
}

test('L-30 F-38 a page that fills the screen does not cover the notice; a film that does is left alone @engine', async ({
  page,
  visit,
  notice,
}) => {
  const BIG =
    '<button id="page">Page</button><button id="film">Film</button><div id="screen">Film</div>';
  await visit(`${BIG}<script>
    document.querySelector('#page').onclick = () => document.documentElement.requestFullscreen();
    document.querySelector('#film').onclick = () => document.querySelector('#screen').requestFullscreen();
  </script>`);
  await notice.asks();
  const isFull = () => page.evaluate(() => document.fullscreenElement?.localName);
  await page.locator('#film').click();
  await expect.poll(isFull).toBe('div');
  expect(await faultsOf(notice.control('reject'))).not.toEqual([]);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(isFull).toBe(undefined);
  await page.locator('#page').click();
  await expect.poll(isFull).toBe('html');
  await expectWhole(page, 'over the page');
});

/** As Lenis, Locomotive and body-scroll-lock have it: what scrolls is for the page's own script to do. */
const SMOOTH = `<script>
  window.stolen = 0;
  for (const type of ['wheel', 'touchmove']) {
    addEventListener(type, (event) => { event.preventDefault(); window.stolen++; }, { passive: false });
    document.addEventListener(type, (event) => event.preventDefault(), { passive: false });
  }
</script>`;

test('L-30 words of the notice scroll on a page that scrolls by script', async ({
  page,
  visit,
  notice,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit(SMOOTH + STYLES['a locked page']);
  await notice.asks();
  const words = page.locator(`${BANNER} .text`);
  await words.evaluate((element) =>
    element.querySelectorAll('details').forEach((each) => (each.open = true)),
  );
  await words.hover();
  await page.mouse.wheel(0, 120);
  await expect.poll(() => words.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await words.evaluate((element) =>
    element.dispatchEvent(
      new TouchEvent('touchmove', { bubbles: true, composed: true, cancelable: true }),
    ),
  );
  expect(await page.evaluate(() => (globalThis as unknown as { stolen: number }).stolen)).toBe(0);
});

for (const layout of ['bar', 'box', 'dialog']) {
  test(`F-38 not one pixel of the page beside it is another, ${layout}`, async ({
    page,
    visit,
    notice,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1000, height: 760 });
    await visit('page.html', { tag: { 'data-layout': layout } });
    await notice.asks();
    const box = await page.locator(BANNER).boundingBox();
    if (!box) throw new Error('no banner');
    /** Its shadow reaches so far. */
    const FAR = 60;
    const { x, y, width } = box;
    const clips = [
      { x: 0, y: 0, width: 1000, height: Math.floor(y) - FAR },
      { x: 0, y: 0, width: Math.floor(x) - FAR, height: 760 },
      {
        x: Math.ceil(x + width) + FAR,
        y: 0,
        width: 1000 - Math.ceil(x + width) - FAR,
        height: 760,
      },
    ].filter((clip) => clip.width > 0 && clip.height > 0);
    const pictures = async () => {
      const taken: string[] = [];
      for (const clip of clips) taken.push((await page.screenshot({ clip })).toString('base64'));
      return taken;
    };
    const withNotice = await pictures();
    await visit('page.html', { tag: false });
    expect(clips.length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await pictures()).map((one, at) => one === withNotice[at]))
      .toEqual(clips.map(() => true));
  });
}
