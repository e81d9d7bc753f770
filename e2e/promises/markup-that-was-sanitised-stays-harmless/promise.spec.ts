// A comment that a sanitiser let through gains nothing by being marked: before a choice, after a yes, on the next page.
import { expect, test } from '../../support/fixture.ts';
import { PAGE, pressAll, SANITISER, TITLE } from './comments.ts';

test('F-52 what somebody wrote runs nothing, leads nowhere and asks nobody @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  const harmless = async (): Promise<void> => {
    const { leads, pressed } = await page.evaluate(pressAll);
    expect(leads).toEqual([]);
    expect(pressed).toBeGreaterThan(30);
    await expect(page).toHaveTitle(TITLE);
    await expect(page).toHaveURL(`${world.host.origin}/`);
  };
  world.host.put('/sanitiser.js', SANITISER);
  await visit(PAGE);
  await notice.asks();
  // The sanitiser has left the marks, or nothing is shown by this.
  expect(Number(await page.locator('html').getAttribute('data-written'))).toBeGreaterThan(150);
  await harmless();
  expect(world.thirdParty.hits()).toEqual([]);

  await notice.accept();
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/last.svg']);
  await harmless();

  await expect.poll(records).toHaveLength(1);
  await visit(PAGE);
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/last.svg', '/last.svg']);
  await harmless();
});

const STRICT = `script-src 'nonce-once' 'strict-dynamic'; object-src 'none'; base-uri 'none';
  require-trusted-types-for 'script'; trusted-types s9-consent`.replaceAll('\n', ' ');

const held = (id: string, rest: string, text = '') =>
  `<script type="text/plain" data-consent="${id}" ${rest}>${text}</script>`;
const RUN = "document.title = 'ran'";

/** What somebody who cannot know the nonce has brought into the page. */
const INJECTED = ['analytics', 'social', 'necessary']
  .flatMap((id) => [
    held(id, 'data-src="{{third-party}}/injected.js"'),
    held(id, 'data-src="{{third-party}}/injected.js" data-type="module" nonce="other"'),
    held(id, '', RUN),
    held(id, 'nonce', RUN),
    held(id, 'data-type="text/html"', `<b></b><script>${RUN}<\\/script>`),
    held(id, 'data-type="importmap"', '{"imports":{}}'),
    `<template data-consent="${id}"><script src="{{third-party}}/injected.js"></script><script>${RUN}</script></template>`,
    `<template data-consent="${id}"><script data-src="{{third-party}}/injected.js"></script></template>`,
    `<template data-consent="${id}"><p><template shadowrootmode="open" shadowrootclonable><script>${RUN}</script></template></p></template>`,
  ])
  .join('');

test('F-52 where the tag has a nonce, nothing runs through it that has not the same @engine', async ({
  page,
  visit,
  notice,
  ran,
}) => {
  const own = [
    held('analytics', 'nonce="once" data-src="{{third-party}}/stats.js"'),
    `<template data-consent="social"><script nonce="once" src="{{third-party}}/widget.js"></script></template>`,
    held('social', 'nonce="once"', "(globalThis.ran ??= []).push('last')"),
  ].join('');
  const tag = { nonce: 'once' };
  await visit(INJECTED + own, { tag, headers: { 'content-security-policy': STRICT } });
  await notice.accept();
  await expect
    .poll(async () => (await ran()).toSorted())
    .toEqual(['/stats.js', '/widget.js', 'last']);
  await expect(page).toHaveTitle(TITLE);
  await expect(page.locator('b')).toHaveCount(2);
});
