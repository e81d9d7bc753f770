// On a page with a header, a main part and a footer of its own, no view has a fault or a small target.
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { faultsOn } from './axe.ts';
import { VIEWS } from './views.ts';

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];

/** What can be pressed and is less than 44 pixels high or wide, but for links within a sentence. */
const smallIn = (view: Locator): Promise<string[]> =>
  view.evaluate((element) => {
    const controls = [
      ...element.querySelectorAll<HTMLElement>(
        'button, summary, [role=button], input, select, a[href]',
      ),
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part~=control]') ?? []),
    ];
    return controls
      .filter((control) => control.checkVisibility() && !control.matches(':disabled'))
      .filter((control) => !(control.localName === 'a' && control.closest('p, dd, li')))
      .flatMap((control) => {
        // A label is pressed for its field.
        const target = control.closest('label') ?? control;
        const { width, height } = target.getBoundingClientRect();
        const name = control.dataset['action'] ?? control.textContent?.trim().slice(0, 30);
        return width > 43.9 && height > 43.9
          ? []
          : [`${control.localName} ${name}: ${width} × ${height}`];
      });
  });

async function hasLargeTargets(page: Page, view: Locator): Promise<void> {
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    expect(await smallIn(view), `${screen.width} × ${screen.height}`).toEqual([]);
  }
}

for (const theme of ['light', 'dark']) {
  for (const view of VIEWS) {
    test(`S-14 2.5.5 ${view.name}, ${theme}, on a whole page, with targets of 44 pixels`, async ({
      page,
      visit,
      notice,
    }) => {
      await visit('whole-page.html', { tag: { 'data-theme': theme } });
      await notice.asks();
      await view.come(page, notice);
      expect(await faultsOn(page)).toEqual([]);
      await hasLargeTargets(page, view.of(notice).first());
    });
  }
}

// The layout is the banner's alone.
for (const layout of ['box', 'dialog']) {
  for (const view of VIEWS.filter(({ name }) => name.startsWith('banner'))) {
    test(`2.5.5 ${view.name}, ${layout}: targets of 44 pixels`, async ({ page, visit, notice }) => {
      await visit('whole-page.html', { tag: { 'data-layout': layout } });
      await notice.asks();
      await view.come(page, notice);
      await hasLargeTargets(page, view.of(notice).first());
    });
  }
}

test('a target of 43 pixels would be found', async ({ page, visit, notice }) => {
  await visit('whole-page.html');
  await notice.asks();
  await page.evaluate(() => {
    const small = Object.assign(document.createElement('button'), { textContent: 'small' });
    small.style.cssText = 'all: unset !important; display: block; width: 80px; height: 43px';
    document.querySelector('s9-consent')?.shadowRoot?.querySelector('.actions')?.append(small);
  });
  const banner = notice.element.getByRole('dialog');
  expect(await smallIn(banner)).toContainEqual(expect.stringMatching(/^button small/));
});
