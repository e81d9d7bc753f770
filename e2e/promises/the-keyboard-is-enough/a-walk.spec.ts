// By Tab a person comes to every control of a view once, in the order it is read, and sees where they are.
import { expect, test } from '../../support/fixture.ts';
import { VIEWS } from '../everyone-can-read-it/views.ts';
import { controlsIn, walk } from './walk.ts';

const PAGE = '../everyone-can-read-it/whole-page.html';
/** Walked through by frames' own rules, or a single control. */
const WALKED = VIEWS.filter(({ name }) => name !== 'placeholder' && name !== 'permanent control');

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 320, height: 256 },
];

for (const size of SCREENS) {
  for (const view of WALKED) {
    test(`2.4.3 2.4.7 2.4.11 ${view.name} at ${size.width} × ${size.height}: every control once, in order, in sight`, async ({
      page,
      visit,
      notice,
    }) => {
      await page.setViewportSize(size);
      await visit(PAGE);
      await notice.asks();
      await view.come(page, notice);
      const expected = await controlsIn(page, view.of(notice).first());
      expect(expected.length).toBeGreaterThan(1);
      const stops = await walk(page);
      // A dialog begins where its focus was put.
      const inOrder = (names: readonly string[]) => (view.isModal ? names.toSorted() : names);
      expect(inOrder(stops.map(({ what }) => what))).toEqual(inOrder(expected));
      expect(stops.filter(({ isInSight }) => !isInSight)).toEqual([]);
      expect(stops.filter(({ hasRing }) => !hasRing)).toEqual([]);
    });
  }
}

test('2.1.1 a row of the banner opens and closes by keyboard, and keeps the focus', async ({
  page,
  visit,
  notice,
}) => {
  await visit(PAGE);
  await notice.asks();
  const row = notice.element.locator('summary').first();
  const whole = notice.element.locator('details dl').first();
  await row.focus();
  await expect(whole).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(whole).toBeVisible();
  await expect(row).toBeFocused();
  await page.keyboard.press('Space');
  await expect(whole).toBeHidden();
});

for (const view of WALKED.filter(({ isModal }) => isModal)) {
  test(`2.1.2 Esc leaves ${view.name}, and answers nothing`, async ({
    page,
    visit,
    notice,
    records,
  }) => {
    await visit(PAGE);
    await notice.asks();
    await view.come(page, notice);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(notice.panel).toBeHidden();
    const granted = (await records()).filter(({ purposes }) => purposes['analytics']);
    expect(granted).toEqual([]);
  });
}
