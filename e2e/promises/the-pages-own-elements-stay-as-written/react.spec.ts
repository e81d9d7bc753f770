// React 18 and 19: drawn in the browser, and written by a server and woken, in one place or as a whole.
import { drawn, place, whole } from './apps/react-page.ts';
import { expect, softly, test } from './steps.ts';

/** Each way once; and the hardest, a page that wakes as a whole among what the widget has done, in both. */
const PAGES = {
  18: [
    { what: 'drawn in the browser', page: drawn, at: '/' },
    { what: 'woken as a whole, late', page: whole, at: '/?late' },
  ],
  19: [
    { what: 'woken in one place, late', page: place, at: '/?late' },
    { what: 'woken as a whole, at once', page: whole, at: '/' },
    { what: 'woken as a whole, late', page: whole, at: '/?late' },
  ],
} as const;

for (const version of [18, 19] as const) {
  for (const { what, page: pageOf, at } of PAGES[version]) {
    const engine = version === 19 && pageOf === whole && at.includes('late') ? ' @engine' : '';
    test(`React ${version}, ${what}${engine}`, async ({ own, page, visit, notice, world }) => {
      const { markup, script } = await pageOf(version);
      world.host.put('/app.js', script);
      const wake = async (isOurs: boolean) => {
        await visit(markup, { at });
        if (at.includes('late')) {
          if (isOurs) await notice.asks();
          await page.waitForFunction(() => 'wake' in globalThis);
          await page.evaluate(() => (globalThis as unknown as { wake(): void }).wake());
        }
        await own.drawn();
      };
      const drawAgain = async () => {
        await page.locator('#again').click();
        await page.waitForFunction(() => (globalThis as { drawn?: number }).drawn);
      };
      await own.withoutWidget(async () => {
        await wake(false);
        await own.remember();
        await page.locator('#turn').click();
        await softly(page.locator('#after')).toHaveText('Page two');
        await own.remember('page two');
      });
      await wake(true);
      await own.waits();
      await own.isAsWritten('held');
      await drawAgain();
      await own.isAsWritten('held');
      await own.accept();
      await own.comes();
      await own.stood();
      await drawAgain();
      await own.isAsWritten('released');
      await own.comes();
      await own.withdraw();
      await own.isAsWritten('held');
      await page.locator('#turn').click();
      await softly(page.locator('#after')).toHaveText('Page two');
      await own.isAsWritten('held', 'page two');
      await page.locator('#turn').click();
      await own.isAsWritten('held');
      await own.hasPlaceholders(1);
      await own.comes();
      softly(await own.list('recovered'), 'what React had to mend').toEqual([]);
    });
  }

  test(`React ${version} takes out what was released, and brings it back anew`, async ({
    own,
    page,
    visit,
    notice,
    world,
  }) => {
    const { markup, script } = await drawn(version);
    world.host.put('/app.js', script);
    const turn = async (to: string) => {
      await page.locator('#turn').click();
      await expect(page.locator('#after')).toHaveText(to);
    };
    await own.withoutWidget(async () => {
      await visit(markup);
      await own.drawn();
      await turn('Page two');
      await own.remember('page two');
    });
    await visit(markup);
    await own.drawn();
    await notice.accept();
    await own.arrived();
    await own.comes();
    await turn('Page two');
    await own.isAsWritten('held', 'page two');
    await turn('Page one');
    await own.arrived();
    await own.comes(2);
    await own.stood(2);
  });
}
