// Whatever becomes of every file but the tag, a no holds: on this page, in other tabs, on the next page.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { storedKeys } from '../../support/records.ts';
import { distFolder, type Sabotage, type WidgetFiles } from '../../support/widget-files.ts';

const FURTHER = readdirSync(distFolder).filter((name) => /^s9-consent-.*\.js$/.test(name));
const PAGE =
  '<script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push("stats")</script>';
const SOURCES = {
  'withdraw()': 'withdraw',
  'reject()': 'reject-all',
  'set()': 'site',
  'the permanent control': 'withdraw',
} as const;

type By = keyof typeof SOURCES;

const breakAll = (widget: WidgetFiles, how: Sabotage): void => {
  for (const name of FURTHER) widget.sabotage(name, how);
};
const mendAll = (widget: WidgetFiles): void => {
  for (const name of FURTHER) widget.restore(name);
};

const decided = (page: Page) =>
  page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    const { decided: isDecided, purposes, source } = consent.state;
    return { isDecided, analytics: purposes['analytics'], source };
  });

const answer = (page: Page, how: By): Promise<unknown> =>
  page.evaluate((call) => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    if (call === 'set()') return consent.set({ analytics: false, social: false });
    return call === 'reject()' ? consent.reject() : consent.withdraw();
  }, how);

const EVERYONE = Object.keys(SOURCES) as By[];
const BY_FAULT: Readonly<Record<Sabotage, readonly By[]>> = {
  missing: EVERYONE,
  'one-byte-changed': ['the permanent control', 'withdraw()'],
  aborted: ['the permanent control'],
  emptied: ['reject()'],
};

for (const [how, all] of Object.entries(BY_FAULT) as [Sabotage, readonly By[]][]) {
  for (const by of all) {
    const source = SOURCES[by];
    const engine = how === 'missing' && by === 'the permanent control' ? ' @engine' : '';
    test(`L-18 L-19 every further file ${how}: a no by ${by}${engine}`, async ({
      page,
      context,
      visit,
      notice,
      ran,
      records,
      world,
      law,
    }) => {
      law.allow('consoleErrors', /./);
      await visit(PAGE);
      await notice.accept();
      await expect.poll(ran).toEqual(['stats']);
      await expect.poll(records).toHaveLength(1);
      breakAll(world.widget, how);
      const other = await context.newPage();
      await visit(PAGE, { page: other });
      await visit(PAGE);
      await expect.poll(() => decided(page)).toMatchObject({ analytics: true });
      await expect.poll(() => decided(other)).toMatchObject({ analytics: true });
      if (by === 'the permanent control') {
        await notice.permanentControl.click();
        await expect(notice.permanentControl).toContainText('all consent was withdrawn');
      } else await answer(page, by);
      const no = { isDecided: true, analytics: false, source };
      await expect.poll(() => decided(page)).toEqual(no);
      await expect.poll(() => decided(other)).toEqual(no);
      await other.close();

      await visit(PAGE, { at: '/next' });
      await expect.poll(() => decided(page)).toEqual(no);
      mendAll(world.widget);
      await visit(PAGE, { at: '/later' });
      await expect.poll(() => decided(page)).toEqual(no);
      await expect
        .poll(async () => (await records()).map((each) => each.source))
        .toEqual(['accept-all', source]);
      expect(await ran()).toEqual([]);
      await notice.isSilent();
    });
  }
}

test('L-18 the file that keeps records without an answer: a no holds at once, before anybody gives up', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.allow('consoleErrors', /s9-consent-answer/);
  await visit(PAGE);
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  world.widget.hold('s9-consent-answer.js');
  await visit(PAGE);
  await page.evaluate(() => {
    void (globalThis as unknown as WithApi).social9.consent.withdraw();
  });
  await expect.poll(() => decided(page)).toMatchObject({ isDecided: true, analytics: false });
  await expect.poll(() => page.evaluate(storedKeys)).toContain('draft');
});

test('L-18 a first no by the site holds with no further file, and nobody is asked afterwards', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /./);
  breakAll(world.widget, 'missing');
  await visit(PAGE);
  await answer(page, 'reject()');
  await expect.poll(() => page.evaluate(storedKeys)).toContain('draft');
  mendAll(world.widget);
  await visit(PAGE);
  await expect.poll(() => decided(page)).toMatchObject({ isDecided: true, source: 'reject-all' });
  await notice.isSilent();
});
