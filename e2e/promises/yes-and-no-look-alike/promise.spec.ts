// Reject and Accept are one size, one weight, one colour, side by side, on every layer and screen.
import type { Locator } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { contrastOf, looksOf } from './looks.ts';

const SCREENS = [
  { width: 320, height: 256 },
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

async function expectAlike(accept: Locator, reject: Locator, where: string): Promise<void> {
  const [yes, no] = [await looksOf(accept), await looksOf(reject)];
  expect(no.style, where).toEqual(yes.style);
  expect(Math.abs(no.width - yes.width), `widths ${where}`).toBeLessThanOrEqual(1);
  expect(Math.abs(no.height - yes.height), `heights ${where}`).toBeLessThanOrEqual(0.5);
  expect(no.isInView && yes.isInView, `in view ${where}`).toBe(true);
  expect(Math.min(contrastOf(no), contrastOf(yes)), `contrast ${where}`).toBeGreaterThanOrEqual(
    4.5,
  );
  expect(Math.min(yes.width, yes.height), `2.5.8 target ${where}`).toBeGreaterThanOrEqual(24);
}

for (const theme of ['light', 'dark']) {
  // No layout has colours of its own.
  for (const layout of theme === 'light' ? ['bar', 'box', 'dialog'] : ['bar']) {
    test(`L-13 L-15 first layer, ${theme}, ${layout}`, async ({ page, visit, notice }) => {
      await visit('page.html', { tag: { 'data-theme': theme, 'data-layout': layout } });
      for (const screen of SCREENS) {
        await page.setViewportSize(screen);
        await notice.rest(notice.control('accept'));
        await expectAlike(
          notice.control('accept'),
          notice.control('reject'),
          `at ${screen.width}x${screen.height}`,
        );
      }
    });
  }

  test(`L-13 L-15 preferences, ${theme}`, async ({ page, visit, notice }) => {
    await visit('page.html', { tag: { 'data-theme': theme } });
    await notice.press('choose');
    const [accept, reject] = (['accept', 'reject'] as const).map((action) =>
      notice.panel.locator(`[data-action="${action}"]`),
    );
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await reject?.scrollIntoViewIfNeeded();
      if (accept && reject) await notice.rest(accept);
      if (accept && reject) await expectAlike(accept, reject, `at ${screen.width}`);
    }
  });
}

test('L-14 both are buttons by role and name, with one parent', async ({ visit, notice }) => {
  await visit();
  await notice.asks();
  for (const name of ['Accept all', 'Reject all']) {
    await expect(notice.element.getByRole('button', { name, exact: true })).toBeVisible();
  }
  const isOneParent = await notice
    .control('accept')
    .evaluate((accept) => Boolean(accept.parentElement?.querySelector('[data-action="reject"]')));
  expect(isOneParent).toBe(true);
});

test('L-15 a theme sets both or neither', async ({ page, visit, notice }) => {
  await visit(
    `<style>
      s9-consent {
        --s9-accent: rebeccapurple; --s9-surface: #fef; --s9-radius: 0px;
        --s9-corner: 3px; --s9-font: serif; --s9-space: 12px;
      }
      button { background: lime !important; font-size: 40px !important; }
      * { letter-spacing: 3px; text-transform: uppercase !important; }
      html { font-size: 62.5%; }
    </style><p>Shoes</p>`,
  );
  await notice.rest(notice.control('accept'));
  await expectAlike(notice.control('accept'), notice.control('reject'), 'under a hostile theme');
  await page.setViewportSize({ width: 320, height: 256 });
  await notice.rest(notice.control('accept'));
  await expectAlike(notice.control('accept'), notice.control('reject'), 'and on a small screen');
});

test('F-38 the style of the page does not reach the notice @engine', async ({
  page,
  visit,
  notice,
}) => {
  await visit('<p>Shoes</p>');
  await notice.rest(notice.control('reject'));
  const calm = await looksOf(notice.control('reject'));
  await visit(
    `<style>
      * { all: revert; box-sizing: content-box !important; color: red !important; line-height: 3 !important }
      button { background: lime !important; padding: 40px !important; }
      html { font: 40px/3 fantasy !important; letter-spacing: 1em; word-spacing: 1em; direction: ltr }
      body > *, html > * { transform: rotate(1deg); filter: blur(1px) }
    </style><p>Shoes</p>`,
  );
  await notice.rest(notice.control('reject'));
  const stormy = await looksOf(notice.control('reject'));
  expect(stormy.style).toEqual(calm.style);
  expect([stormy.width, stormy.height]).toEqual([calm.width, calm.height]);
  await page.close();
});
