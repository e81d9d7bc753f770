// Content that is placed stands behind its template or container, and goes again: that, and nothing else.
import type { Page } from 'playwright/test';
import { documentWith, held } from './held.ts';
import { expect, softly, test } from './steps.ts';

const placedIn = (page: Page): Promise<string[]> =>
  page
    .locator('#place')
    .evaluate((place) => [...place.children].map(({ localName, id }) => id || localName));

test('content stands behind its template; a withdrawal takes exactly what was placed @engine', async ({
  own,
  page,
  visit,
}) => {
  const markup =
    documentWith(`<main><div id="place">Before <template data-consent="social" id="held">text
    <p id="one">One</p> between <b id="two">Two</b> text</template> behind<i id="own">Own</i></div></main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(0);
  await own.isAsWritten('held');
  await own.accept('nothing');
  await softly.poll(() => placedIn(page)).toEqual(['held', 'one', 'two', 'own']);
  const text = () =>
    page.locator('#place').evaluate((place) => place.textContent?.split(/\s+/).join(' '));
  await softly.poll(text).toBe('Before text One between Two text behindOwn');
  // As editors and frameworks do: neighbouring texts become one.
  await page.evaluate(() => document.querySelector('#place')?.normalize());
  await own.withdraw(0);
  await softly.poll(() => placedIn(page)).toEqual(['held', 'own']);
  await softly.poll(text).toBe('Before behindOwn');
  // Read by a parser, texts that are apart are one.
  await own.isAsWritten('held');
});

test('what the page has put among it, or taken elsewhere, is the page’s', async ({
  own,
  page,
  visit,
}) => {
  await visit(
    documentWith(`<main><div id="place"><template data-consent="social" id="held"><p id="one">One</p><p id="two">Two</p></template></div>
      <div id="elsewhere"></div></main>`),
  );
  await own.waits(0);
  await own.accept('nothing');
  await softly.poll(() => placedIn(page)).toEqual(['held', 'one', 'two']);
  await page.evaluate(() => {
    const mine = document.createElement('u');
    mine.id = 'mine';
    document.querySelector('#one')?.after(mine);
  });
  await own.withdraw(0);
  await softly.poll(() => placedIn(page)).toEqual(['held', 'mine']);
});

const INNER = `<p data-placed="">Now here</p>
  <script>(globalThis.ran ??= []).push('live')</script>
  <script src="{{third-party}}/first.js"></script>
  <img data-placed="" data-src="{{third-party}}/picture.svg" alt="">
  <iframe data-placed="" data-src="{{third-party}}/frame.html" title="A video"></iframe>`;

for (const [what, container] of [
  ['a template', `<template data-consent="social" id="held">${INNER}</template>`],
  [
    'a script whose type is markup',
    // Markup in a script ends where the first inner one does, so those are written as people write them there.
    `<script type="text/plain" data-consent="social" data-type="text/html" id="held">${INNER.replaceAll('</script>', '<\\/script>')}</script>`,
  ],
] as const) {
  test(`${what} holds any markup: scripts in it run once, and data-src becomes an address`, async ({
    own,
    page,
    visit,
    world,
  }) => {
    const markup = documentWith(
      `<main><div id="place"><b>Before</b>${container}<b>After</b></div></main>`,
    );
    await own.withoutWidget(async () => {
      await visit(markup);
      await own.remember();
    });
    await visit(markup);
    await own.waits(0);
    await own.isAsWritten('held');
    await own.accept('nothing');
    await softly(page.getByText('Now here')).toBeVisible();
    await softly
      .poll(async () => (await own.list('ran')).toSorted())
      .toEqual(['/first.js', 'live']);
    await softly
      .poll(() => world.thirdParty.hits().toSorted())
      .toEqual(['/first.js', '/frame.html', '/picture.svg']);
    softly((await placedIn(page)).slice(0, 3)).toEqual(['b', 'held', 'p']);
    await own.withdraw(0);
    await own.isAsWritten('held');
    expect(await own.list('ran')).toHaveLength(2);
  });
}

test('a held script in a template waits for its own answer', async ({
  own,
  visit,
  notice,
  ran,
}) => {
  await visit(
    documentWith(`<main><template data-consent="social"><p data-placed="">Now here</p>
      ${held('', "(globalThis.ran ??= []).push('inner')")}</template></main>`),
  );
  await own.waits(0);
  await notice.choose('social');
  await softly(own.page.getByText('Now here')).toBeVisible();
  expect(await ran()).toEqual([]);
});
