// With the widget in place too: what is not marked, not declared, or goes on after a no is named.
import { settings, tagMarkup } from '../support/markup.ts';
import { EVERYONE, expect, test } from './magazine.ts';

const AT = 'http://stranger.localhost:{{port}}';

test('L-22 a tag that was not marked', async ({ read }) => {
  const watch = await read(`<img src="${AT}/live.svg" alt="">`);
  await expect(watch.expectSilence()).rejects.toThrow(
    /before the choice: an image was fetched from stranger\.localhost/,
  );
  await watch.reject();
  await expect(watch.expectSilence()).rejects.toThrow(/One thing must not be:/);
});

test('L-20 a granted tag that speaks to a host nobody declared', async ({ read }) => {
  const watch = await read(`<img data-consent="social" data-src="${AT}/held.svg" alt="">`);
  await watch.accept();
  await expect(watch.expectOnly(EVERYONE)).rejects.toThrow(
    /One thing must not be:\n.*after accept: an image was fetched from stranger[^]*name stranger.* in the hosts of the service/,
  );
  await expect(watch.expectOnly()).rejects.toThrow(/One thing must not be:\n.*stranger/);
  await watch.expectOnly({ ...EVERYONE, social: ['stranger.localhost'] });
});

test('L-20 a held frame of a host nobody declared', async ({ read }) => {
  const frame = `<iframe data-consent="social" data-src="${AT}/held.html" title="A film"></iframe>`;
  const watch = await read(frame);
  await watch.expectSilence();
  await watch.choose('analytics');
  await expect(watch.expectOnly()).rejects.toThrow(
    /One thing must not be:\n.*a held frame is of stranger[^]*by <iframe[^]*docs\/services\.md/,
  );
  expect((await watch.leaks()).map(({ kind }) => kind)).toEqual(['undeclared']);
});

test('L-20 the same in the markup of other widgets that the settings name', async ({ read }) => {
  const markup = [
    { attribute: 'data-cookieconsent', src: 'data-cookieblock-src', map: { marketing: 'social' } },
    { attribute: 'class', prefix: 'optanon-category-', map: { C4: 'social' } },
  ];
  const frame = (attributes: string) => `<iframe ${attributes} title="A film"></iframe>`;
  const watch = await read(
    frame(`data-cookieconsent="marketing" data-cookieblock-src="${AT}/one.html"`) +
      frame(`class="wide optanon-category-C4" data-src="${AT}/two.html"`) +
      // Neither is held.
      frame(`class="optanon-category-" data-src="${AT}/three.html"`) +
      frame(`data-cookieconsent="marketing" data-src="${AT}/four.html"`),
    {},
    settings({ markup }) + tagMarkup(),
  );
  await watch.choose('analytics');
  expect((await watch.leaks()).map(({ kind, url }) => [kind, new URL(url).pathname])).toEqual([
    ['undeclared', '/one.html'],
    ['undeclared', '/two.html'],
  ]);
});

test('L-22 live markup in a held template, whatever this engine does with it @engine', async ({
  read,
}) => {
  const watch = await read(
    `<template data-consent="social"><p><img srcset="${AT}/live.svg 1x" alt=""></p></template>`,
  );
  await expect(watch.expectSilence()).rejects.toThrow(
    /One thing must not be:\n.*before the choice: an (address of|image was fetched from) stranger/,
  );
});

test('L-20 a host that is expected and never spoken to', async ({ read }) => {
  const watch = await read();
  await watch.choose('analytics');
  const expected = { ...EVERYONE, analytics: ['collector.localhost', 'other.localhost'] };
  await expect(watch.expectOnly(expected)).rejects.toThrow(
    /One thing must not be:\n.*after choosing analytics.*: other\.localhost is granted and expected/,
  );
});

test('L-19 a script that goes on after a withdrawal', async ({ read }) => {
  const script =
    `document.addEventListener('s9:change', ({ detail }) => detail.purposes.analytics || ` +
    `fetch('http://counter.localhost:{{port}}/still-here'))`;
  const watch = await read(`<script>${script}</script>`);
  await watch.accept();
  await watch.expectOnly(EVERYONE);
  await watch.withdraw();
  await expect(watch.expectSilence()).rejects.toThrow(
    /One thing must not be:\n.*after withdrawal: a script called counter\.localhost/,
  );
});

test('L-10 what a granted script stores must be declared, and gone after a withdrawal', async ({
  read,
}) => {
  const store = `localStorage.counted = 1; document.cookie = 'undeclared=1'`;
  const watch = await read(`<script type="text/plain" data-consent="analytics">${store}</script>`);
  await watch.accept();
  await expect(watch.expectOnly()).rejects.toThrow(
    /One thing must not be:\n.*after accept: the cookie "undeclared"[^]*declare it in the purpose's cookies/,
  );
  await watch.withdraw();
  await expect(watch.expectSilence()).rejects.toThrow(
    /One thing must not be:\n.*after withdrawal: the cookie "undeclared"/,
  );
});

test('a wrong check is told', async ({ read }) => {
  const watch = await read();
  await expect(watch.expectOnly()).rejects.toThrow(/nothing is granted/);
  await watch.choose('analytics');
  await expect(watch.expectSilence()).rejects.toThrow(/granted are .*analytics.*expectOnly\(\)/);
  await expect(watch.expectOnly({ anlytics: [] })).rejects.toThrow(
    /"anlytics" is not in the page's policy: .*analytics/,
  );
});
