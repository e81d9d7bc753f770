// jQuery: markup put in place, cloned, taken out and put back.
import type { Page } from 'playwright/test';
import { ALL, documentWith, PLACE } from './held.ts';
import { load, serve } from './sites.ts';
import { softly, test } from './steps.ts';

interface Query {
  html(markup: string): Query;
  clone(): Query;
  appendTo(target: string): Query;
  prependTo(target: string): Query;
  detach(): Query;
  empty(): Query;
}

const inPage = <Given>(
  page: Page,
  act: (args: { $: (selector: string) => Query; given: Given }) => unknown,
  given: Given,
): Promise<unknown> =>
  page.evaluate(`(${act})({ $: globalThis.jQuery, given: ${JSON.stringify(given)} }), undefined`);

test('jQuery puts markup in place, clones it, moves it', async ({ own, page, world }) => {
  const markup = ALL.replaceAll('{{third-party}}', world.thirdParty.origin);
  await serve(
    world,
    { '/a': documentWith(`<main><div id="${PLACE}"></div></main>`, load('/jquery.js')) },
    '/jquery.js',
  );
  const open = () => page.goto(`${world.host.origin}/a`);
  const put = () => inPage(page, ({ $, given }) => $('#held').html(given), markup);
  const clone = () => inPage(page, ({ $ }) => $('#held').clone().appendTo('main'), null);
  await own.withoutWidget(async () => {
    await open();
    await own.remember('empty');
    await put();
    await own.remember('one');
    await clone();
    await own.remember('two');
  });
  await open();
  await own.waits(0);
  await put();
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', 'one');
  await own.accept();
  await own.comes();
  await own.stood();
  await own.isAsWritten('released', 'one');
  // Moved: what has run does not run again.
  await inPage(page, ({ $ }) => $('#held').detach().prependTo('main'), null);
  await own.arrived();
  await own.runs(1);
  await own.isAsWritten('released', 'one');
  await own.withdraw();
  await own.isAsWritten('held', 'one');
  // A clone of what is held is held.
  await clone();
  await own.hasPlaceholders(2);
  await own.isAsWritten('held', 'two');
  await own.runs(1);
  await inPage(page, ({ $ }) => $('#held').empty(), null);
  await put();
  await own.hasPlaceholders(2);
  await own.isAsWritten('held', 'two');
});

test('jQuery clones a frame that was released: it comes once, and is held again as well', async ({
  own,
  page,
  world,
}) => {
  await serve(
    world,
    { '/a': documentWith(`<main><div id="${PLACE}">${ALL}</div></main>`, load('/jquery.js')) },
    '/jquery.js',
  );
  await page.goto(`${world.host.origin}/a`);
  await own.waits();
  await own.accept();
  await own.comes();
  await inPage(page, ({ $ }) => $('#held iframe').clone().appendTo('main'), null);
  const clone = page.frameLocator('main > iframe').getByText('Frame of a third party');
  await softly(clone).toBeVisible();
  await own.withdraw(2);
  await softly(clone).toHaveCount(0);
  softly(world.thirdParty.count('/frame.html')).toBe(2);
});
