// The banner leaves the page most of the window, and what it does not show it says is there.
import type { Locator, Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';

/** Of the window, in percent; what it is in other languages stands beside the banner's own tests. */
const MOST = [
  { width: 390, height: 844, layout: 'bar', most: 25 },
  { width: 360, height: 640, layout: 'bar', most: 36 },
  { width: 844, height: 390, layout: 'bar', most: 45 },
  { width: 320, height: 256, layout: 'bar', most: 60 },
  { width: 1280, height: 800, layout: 'bar', most: 14 },
  { width: 1280, height: 800, layout: 'box', most: 9 },
  { width: 1280, height: 800, layout: 'dialog', most: 11 },
] as const;

const SEVEN = settings({
  policy: {
    purposes: ['maps', 'podcasts', 'comments', 'tests', 'advertising'].map((id) => ({
      id,
      name: id,
      aim: `To have ${id}`,
      why: `To have ${id}.`,
      data: ['ip', 'browser', 'page'],
      basis: 'consent',
      recipients: ['A company of a long name', 'Another company'],
      retention: 'P13M',
      services: [],
    })),
  },
});

const share = (banner: Locator): Promise<number> =>
  banner.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return (100 * width * height) / (innerWidth * innerHeight);
  });

const bannerOf = (page: Page): Locator => page.locator('s9-consent').getByRole('dialog');

/** Headings of purposes that are wholly in view, in order. */
const inView = (banner: Locator): Promise<string[]> =>
  banner.evaluate((element) =>
    [...element.querySelectorAll('summary > :first-child')]
      .filter((aim) => {
        const { left, top, width, height } = aim.getBoundingClientRect();
        const root = aim.getRootNode() as ShadowRoot;
        return [top + 1, top + height - 1].every((y) =>
          aim.parentElement?.contains(root.elementFromPoint(left + width / 2, y) ?? null),
        );
      })
      .map((aim) => aim.textContent),
  );

const toTheEnd = (banner: Locator): Promise<void> =>
  banner.evaluate((element) => {
    for (const each of element.querySelectorAll('*')) each.scrollTop = each.scrollHeight;
  });

/** Whether the lowest line of what scrolls is another than the surface, where nothing is written. */
async function isShadedBelow(page: Page, banner: Locator): Promise<boolean> {
  const line = await banner.evaluate((element) => {
    const text = [...element.querySelectorAll('*')].find(
      ({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 1,
    );
    if (!text) return null;
    const { left, bottom, width } = text.getBoundingClientRect();
    return { x: left, y: Math.floor(bottom) - 2, width, height: 1 };
  });
  if (!line) return false;
  const png = (await page.screenshot({ clip: line })).toString('base64');
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const brush = new OffscreenCanvas(image.width, 1).getContext('2d');
    brush?.drawImage(image, 0, 0);
    const { data = [] } = brush?.getImageData(0, 0, image.width, 1) ?? {};
    // Most of a line is without words.
    const lights = [...data].filter((_value, index) => index % 4 === 0).toSorted((a, b) => a - b);
    return (lights[Math.floor(lights.length * 0.8)] ?? 255) < 240;
  }, png);
}

for (const { layout, most, ...size } of MOST) {
  const where = `${size.width} × ${size.height}, ${layout}`;
  test(`${where}: ${most} % at the most; of seven purposes each is in view, or a shade says that more follow`, async ({
    page,
    visit,
    notice,
  }) => {
    await page.setViewportSize(size);
    await visit('page.html', { tag: { 'data-layout': layout } });
    await notice.rest(notice.control('reject'));
    const covered = await share(bannerOf(page));
    expect(covered).toBeGreaterThan(3);
    // A pixel is broken in two.
    expect(covered).toBeLessThanOrEqual(most + 0.1);
    await visit(`${SEVEN}{{tag}}<p>Shoes</p>`, {
      tag: { 'data-layout': layout, 'data-theme': 'light' },
    });
    await notice.rest(notice.control('reject'));
    const banner = bannerOf(page);
    const height = await banner.evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeLessThanOrEqual(size.height * 0.6 + 0.5);
    const named = await inView(banner);
    if (named.length < 7) expect(await isShadedBelow(page, banner), String(named)).toBe(true);
    const last = banner.locator('summary > :first-child').last();
    await toTheEnd(banner);
    await expect.poll(() => inView(banner)).toContain(await last.textContent());
    await expect(notice.control('reject'), 'the answers stay').toBeInViewport({ ratio: 1 });
  });
}

test('at the end of what scrolls there is no shade below', async ({ page, visit, notice }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await visit(`${SEVEN}{{tag}}<p>Shoes</p>`, { tag: { 'data-theme': 'light' } });
  await notice.rest(notice.control('reject'));
  const banner = bannerOf(page);
  expect(await isShadedBelow(page, banner)).toBe(true);
  await toTheEnd(banner);
  await expect.poll(() => isShadedBelow(page, banner)).toBe(false);
});
