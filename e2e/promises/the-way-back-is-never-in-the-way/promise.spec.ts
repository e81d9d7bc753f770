// The permanent control covers nothing that cannot be had beside it, and stands where a person wants it.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

const PHONE = { width: 390, height: 844 };
const ENDING = `<p style="height: 2500px">A long page.</p>
  <footer><a href="#imprint">Imprint</a></footer>`;

/** Where everything of the page's own stands in the document. */
const geometry = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body > :not(s9-consent), footer *')].map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      // Halves of a pixel come and go as a page scrolls.
      return [each.localName, ...[left, top + scrollY, width, height].map(Math.round)];
    }),
  );

const toTheEnd = (page: Page) =>
  page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));

test('L-30 the last link of a page is not under it, and nothing moves for it @engine', async ({
  page,
  visit,
  notice,
}) => {
  await page.setViewportSize(PHONE);
  await visit(ENDING);
  await notice.reject();
  await visit(ENDING);
  await expect(notice.permanentControl).toBeVisible();
  const before = await geometry(page);
  // Room comes with the first scroll; so there is more to scroll then.
  await expect
    .poll(async () => {
      await toTheEnd(page);
      const link = await page.getByText('Imprint').boundingBox();
      const control = await notice.permanentControl.boundingBox();
      return (link?.y ?? 0) + (link?.height ?? 0) <= (control?.y ?? 0);
    })
    .toBe(true);
  expect(await geometry(page)).toEqual(before);
  await page.getByText('Imprint').click();
  await expect(page).toHaveURL(/#imprint$/);
});

test('L-30 a page that needs no scroll bar gets none from it', async ({ page, visit, notice }) => {
  await page.setViewportSize(PHONE);
  const short = '<style>body { margin: 0 }</style><p style="height: 744px; margin: 0">A page.</p>';
  await visit(short);
  await notice.reject();
  await visit(short);
  await expect(notice.permanentControl).toBeVisible();
  await page.mouse.wheel(0, 300);
  const { ends, window } = await page.evaluate(() => ({
    ends: document.documentElement.scrollHeight,
    window: innerHeight,
  }));
  expect(ends).toBe(window);
});

const cornerOf = async (page: Page, control: ReturnType<Page['locator']>) => {
  const box = await control.boundingBox();
  const { width, height } = page.viewportSize() ?? PHONE;
  if (!box) return '';
  return `${box.y < height / 2 ? 'top' : 'bottom'} ${box.x < width / 2 ? 'left' : 'right'}`;
};

const stored = (page: Page) =>
  page.evaluate(() => Object.keys({ ...sessionStorage, ...localStorage }));

test('L-10 L-18 it is moved by keyboard alone, stays there in this tab, and an erasure forgets where @engine', async ({
  page,
  context,
  visit,
  notice,
  noticeOn,
  records,
}) => {
  await page.setViewportSize(PHONE);
  await visit('<p>A page</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  expect(await stored(page)).toEqual([]);
  expect(await cornerOf(page, notice.permanentControl)).toBe('bottom left');
  await notice.permanentControl.focus();
  await page.keyboard.press('Enter');
  await expect(notice.panel).toBeVisible();
  await notice.panel.locator('summary', { hasText: 'Move the' }).press('Enter');
  const corner = notice.panel.getByRole('button', { name: 'Top right' });
  await corner.press('Enter');
  await expect(corner).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(notice.panel).toBeHidden();
  await expect(notice.permanentControl).toBeFocused();
  await visit('<p>Another page</p>', { at: '/other' });
  await expect(notice.permanentControl).toBeVisible();
  expect(await cornerOf(page, notice.permanentControl)).toBe('top right');

  const tab = await context.newPage();
  await tab.setViewportSize(PHONE);
  await visit('<p>A tab of its own</p>', { page: tab });
  await expect(noticeOn(tab).permanentControl).toBeVisible();
  expect(await cornerOf(tab, noticeOn(tab).permanentControl)).toBe('bottom left');
  await tab.close();

  await notice.permanentControl.press('Enter');
  await notice.press('data');
  await notice.press('erase');
  await expect.poll(() => stored(page)).toEqual([]);
});
