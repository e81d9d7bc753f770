// Everything can be done with the keyboard, nothing traps it, and no key but a press on Yes says yes.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/** What has the focus, through shadow roots: its action, purpose or id. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const { action, purpose, service } = (active as HTMLElement).dataset;
    return action ?? purpose ?? service ?? (active?.id || active?.localName) ?? '';
  });

async function tabTo(page: Page, goal: string, key = 'Tab'): Promise<string[]> {
  const way: string[] = [];
  while (way.at(-1) !== goal && way.length < 40) {
    await page.keyboard.press(key);
    way.push(await focused(page));
  }
  return way;
}

test('2.4.3 the notice takes no focus by itself, and is first in the tab order @engine', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  expect(await focused(page)).toBe('body');
  const way = await tabTo(page, 'choose');
  expect(way).toEqual(expect.arrayContaining(['accept', 'reject', 'choose']));
  expect(way).not.toContain('shoes');
  // On from there is the page's end, and its beginning by way of the browser's own controls.
  await page.keyboard.press('Tab');
  expect(await focused(page)).not.toBe('choose');
  await notice.control('choose').focus();
  const back = await tabTo(page, 'shoes', 'Shift+Tab');
  expect(back.at(-1), 'L-30 the notice holds no focus').toBe('shoes');
});

for (const key of ['Enter', 'Space']) {
  test(`2.1.1 ${key} on Reject refuses`, async ({ page, visit, notice, records }) => {
    await visit();
    await notice.asks();
    await tabTo(page, 'reject');
    await page.keyboard.press(key);
    await expect.poll(records).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
    await notice.isSilent();
  });

  const engine = key === 'Space' ? ' @engine' : '';
  test(`2.1.1 ${key} on Accept grants${engine}`, async ({ page, visit, notice, records, law }) => {
    await visit();
    await notice.rest(notice.control('accept'));
    await tabTo(page, 'accept');
    law.aboutToGrant();
    await page.keyboard.press(key);
    await expect.poll(records).toMatchObject([{ source: 'accept-all', input: 'keyboard' }]);
  });
}

test('2.1.2 preferences hold the focus, Esc leaves them, returns it and answers nothing @engine', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.asks();
  await tabTo(page, 'choose');
  await page.keyboard.press('Enter');
  await expect(notice.panel).toBeVisible();
  const isInside = () => notice.panel.evaluate((panel) => panel.matches(':focus-within'));
  await expect.poll(isInside, 'the focus has moved in').toBe(true);
  const way = await tabTo(page, 'save');
  expect(way).not.toContain('shoes');
  await page.keyboard.press('Escape');
  await expect(notice.panel).toBeHidden();
  await expect.poll(() => focused(page)).toBe('choose');
  expect(await records()).toEqual([]);
  await notice.asks();
});

test('L-11 L-20 a choice of one purpose by keyboard alone', async ({
  page,
  visit,
  notice,
  records,
  law,
}) => {
  await visit();
  await notice.asks();
  await tabTo(page, 'choose');
  await page.keyboard.press('Enter');
  await expect(notice.panel).toBeVisible();
  await tabTo(page, 'analytics');
  await page.keyboard.press('Space');
  await expect(notice.switchOf('analytics')).toBeChecked();
  await notice.rest(notice.control('save'));
  await tabTo(page, 'save');
  law.aboutToGrant();
  await page.keyboard.press('Enter');
  await expect
    .poll(records)
    .toMatchObject([
      { source: 'custom', input: 'keyboard', purposes: { analytics: true, social: false } },
    ]);
});

test('L-11 Esc, Enter on the page and keys beside the notice answer nothing', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.asks();
  for (const key of ['Escape', 'Enter', 'Space', 'PageDown', 'a', 'y'])
    await page.keyboard.press(key);
  await tabTo(page, 'choose');
  await page.keyboard.press('Escape');
  expect((await records()).filter(({ purposes }) => purposes['analytics'])).toEqual([]);
});

test('2.4.7 the focus can be seen on every control of the first layer', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  for (const action of ['accept', 'reject', 'choose'] as const) {
    await tabTo(page, action);
    const outline = await notice
      .control(action)
      .evaluate((control) => getComputedStyle(control).outlineStyle);
    expect(outline, action).not.toBe('none');
  }
});

test('2.4.11 the notice does not hide what has the focus @engine', async ({
  page,
  visit,
  notice,
}) => {
  const links = Array.from(
    { length: 30 },
    (_, i) => `<p><a id="n${i}" href="/${i}">Link ${i}</a></p>`,
  );
  await visit(links.join(''));
  await notice.asks();
  await page.locator('#n0').focus();
  for (let i = 1; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    const isCovered = () =>
      page.locator(`#n${i}`).evaluate((link) => {
        const { left, top, width, height } = link.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== link;
      });
    // What keeps the banner off the focus is a file of its own, and comes with the first key.
    await expect.poll(isCovered, `link ${i}`).toBe(false);
  }
});
