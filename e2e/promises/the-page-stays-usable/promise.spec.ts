// While the notice asks, the page is as it was: readable, scrollable, clickable, and not one pixel moved.
import { expect, test } from '../../support/fixture.ts';
import { geometryOf } from './geometry.ts';

for (const layout of ['bar', 'box', 'dialog']) {
  test(`L-30 nothing of the page moves or changes, ${layout}`, async ({ page, visit, notice }) => {
    await visit('page.html', { tag: false });
    const [, ...before] = await geometryOf(page);
    await visit('page.html', { tag: { 'data-layout': layout } });
    await notice.rest(notice.control('accept'));
    // What can be scrolled alone is more: room behind the end of the page.
    const [scrolls, ...after] = await geometryOf(page);
    expect(after).toEqual(before);
    expect(scrolls).toMatch(/^scrolls 1280 by/);
  });

  test(`L-30 the page under it works, ${layout}`, async ({ page, visit, notice }) => {
    await visit('page.html', { tag: { 'data-layout': layout } });
    await notice.rest(notice.control('accept'));
    await page.getByText('Buy').click();
    await expect(page.getByText('In the basket')).toBeVisible();
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 500);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(500);
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByText('Details').click();
    await expect(page.locator('#details')).toBeInViewport();
    await notice.asks();
    await page.locator('#details').selectText();
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/leather/);
  });
}

test('there is no layout shift from load to answer', async ({ page, visit, notice }) => {
  await page.addInitScript(() => {
    const shifts: number[] = ((globalThis as { shifts?: number[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shifts = () => page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  await visit();
  await notice.rest(notice.control('accept'));
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
  expect(await shifts()).toEqual([]);
  await page.evaluate(() => {
    document
      .querySelector('h1')
      ?.before(Object.assign(document.createElement('div'), { textContent: 'x' }));
  });
  await expect
    .poll(async () => (await shifts()).length, 'a shift would be seen')
    .toBeGreaterThan(0);
});

test('2.4.11 the end of the page can be read with the notice open', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.rest(notice.control('accept'));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const layer = await notice.control('accept').boundingBox();
  const screen = page.viewportSize();
  expect(layer?.height).toBeLessThan((screen?.height ?? 0) / 2);
  await page.locator('#details').scrollIntoViewIfNeeded();
  await expect(page.locator('#details')).toBeInViewport();
});

test('L-30 the last link of a page can be pressed with the banner open, and nothing moves for it @engine', async ({
  page,
  visit,
  notice,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const ending = `<p style="height: 2500px">A long page.</p>
    <footer><a href="#imprint">Imprint</a></footer>`;
  await visit(ending);
  await notice.asks();
  const before = await geometryOf(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.getByText('Imprint').click();
  await expect(page).toHaveURL(/#imprint$/);
  const ends = () => page.evaluate(() => document.documentElement.scrollHeight);
  const withRoom = await ends();
  await page.evaluate(() => scrollTo(0, 0));
  expect((await geometryOf(page)).slice(1)).toEqual(before.slice(1));
  await notice.reject();
  await expect.poll(ends).toBeLessThan(withRoom);
});

test('F-35 a page that empties its body keeps the question', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => document.body.replaceChildren('Rendered anew'));
  await notice.asks();
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

test('F-35 a page that throws the question away is asked again', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  await page.evaluate(() => document.querySelector('s9-consent')?.remove());
  await notice.asks();
});

test('F-46 a notice that a style hides grants nothing', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<style>s9-consent { display: none !important }</style><p>Shoes</p>');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-ui.js');
  await expect(notice.control('accept')).toHaveCount(0);
  await page.keyboard.press('Enter');
  expect(await records()).toEqual([]);
});

test('in print there is no notice', async ({ page, visit, notice }) => {
  await visit();
  await notice.asks();
  await page.emulateMedia({ media: 'print' });
  await expect(notice.control('accept')).toHaveCount(0);
});

test('2.3.3 with reduced motion nothing moves', async ({ page, visit, notice }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit();
  await notice.asks();
  const running = await page.evaluate(
    () => document.querySelector('s9-consent')?.shadowRoot?.getAnimations().length,
  );
  expect(running).toBe(0);
});
