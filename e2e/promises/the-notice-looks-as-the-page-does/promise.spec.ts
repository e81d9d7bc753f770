// Light or dark as the page is, in the look that was chosen, and readable in whatever it was told.
import type { Locator } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/** How light the ground of an element is, from 0 to 1, as a screen has it. */
const lightOf = (element: Locator): Promise<number> =>
  element.evaluate((drawn) => {
    const brush = document.createElement('canvas').getContext('2d');
    if (!brush) throw new Error('no canvas');
    brush.fillStyle = getComputedStyle(drawn).backgroundColor;
    brush.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = brush.getImageData(0, 0, 1, 1).data;
    return (r + g + b) / 765;
  });

const MARKUP: Readonly<Record<string, readonly [isDark: boolean, markup: string]>> = {
  'says nothing': [false, '<p>Shoes</p>'],
  'says dark': [true, '<style>:root { color-scheme: dark }</style>'],
  'says dark as <meta>': [true, '<meta name="color-scheme" content="dark">'],
  'says light, and is painted black': [
    false,
    '<style>:root { color-scheme: light; background: #000 }</style>',
  ],
  'says nothing, and is painted black': [true, '<style>body { background: #0b0b10 }</style>'],
};

for (const [colorScheme, engine] of [
  ['light', ''],
  ['dark', ' @engine'],
] as const) {
  test(`S-14 it is as dark as the page, whatever the system: ${colorScheme}${engine}`, async ({
    page,
    visit,
    notice,
  }) => {
    await page.emulateMedia({ colorScheme });
    const banner = notice.element.locator('[part=banner]');
    for (const [what, [isDark, markup]] of Object.entries(MARKUP)) {
      await visit(markup);
      await notice.asks();
      await expect.poll(async () => (await lightOf(banner)) < 0.5, what).toBe(isDark);
    }
  });
}

test('S-14 a page with both schemes has the system’s, and is followed when that changes', async ({
  page,
  visit,
  notice,
}) => {
  const banner = notice.element.locator('[part=banner]');
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit('<style>:root { color-scheme: light dark }</style>');
  await notice.asks();
  await expect.poll(() => lightOf(banner)).toBeLessThan(0.5);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => lightOf(banner)).toBeGreaterThan(0.5);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => lightOf(banner)).toBeLessThan(0.5);
});

test('L-18 the permanent control is as dark as the page says', async ({ page, visit, notice }) => {
  await visit('<style>:root { color-scheme: dark }</style>');
  await notice.reject();
  await expect.poll(() => lightOf(notice.permanentControl)).toBeLessThan(0.5);
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light'));
  await expect.poll(() => lightOf(notice.permanentControl)).toBeGreaterThan(0.5);
});

test('a look is drawn without a further file', async ({ visit, notice, world }) => {
  await visit('<p>Shoes</p>', { tag: { 'data-look': 'paper' } });
  await notice.asks();
  const font = () =>
    notice.control('accept').evaluate((drawn) => getComputedStyle(drawn).fontFamily);
  expect(await font()).toContain('Georgia');
  expect(world.widget.fetched().filter((name) => /theme|settings/.test(name))).toEqual([]);
});

for (const theme of ['paper', 'ink', 'soft', 'plain']) {
  test(`a ready theme that a page links is that look: ${theme}`, async ({
    page,
    visit,
    notice,
  }) => {
    const banner = notice.element.locator('[part=banner]');
    const look = () =>
      banner.evaluate((drawn) => {
        const { backgroundColor, borderRadius, fontFamily, boxShadow } = getComputedStyle(drawn);
        return [backgroundColor, borderRadius, fontFamily, boxShadow];
      });
    for (const colorScheme of ['light', 'dark']) {
      const style = `<style>:root { color-scheme: ${colorScheme} }</style>`;
      await visit(style, { tag: { 'data-look': theme } });
      await notice.asks();
      const asked = await look();
      await visit(`<link rel="stylesheet" href="{{widget}}/themes/${theme}.css">${style}`);
      await notice.asks();
      expect(await look()).toEqual(asked);
    }
    await page.close();
  });
}

test('what cannot be kept is named, and does no harm', async ({ page, visit, notice }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await visit('<style>:root { --s9-surface: hello; --s9-accent: #fff }</style>');
  await notice.asks();
  expect(await lightOf(notice.element.locator('[part=banner]'))).toBe(1);
  await expect
    .poll(() => said.filter((text) => text.includes('--s9-')))
    .toEqual(['Social9 Consent: --s9-surface: hello cannot be kept; ours stands instead']);
});

test('S-14 in forced colours everything has an edge, and the system its colours', async ({
  page,
  visit,
  notice,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await visit('<style>:root { --s9-surface: #fee; --s9-accent: #fdd }</style>');
  await notice.asks();
  for (const action of ['accept', 'reject', 'choose'] as const) {
    const [border, ground, surface] = await notice.control(action).evaluate((drawn) => {
      const { borderTopColor, backgroundColor } = getComputedStyle(drawn);
      const banner = drawn.closest('[part=banner]') as Element;
      return [borderTopColor, backgroundColor, getComputedStyle(banner).backgroundColor];
    });
    expect(border).not.toBe(surface);
    expect(ground).not.toContain('255, 221, 221');
  }
});
