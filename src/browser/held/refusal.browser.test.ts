// Markup that others wrote into the page stays as harmless as a sanitiser left it, after a yes as well.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeHeld, log, ran, script } from './fakes.ts';

const { grant, reported } = fakeHeld();
let place: HTMLElement;
let said: () => string;
const J = `javascript:globalThis.ran.push('address')`;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A control: once it is released, everything before it has been looked at. */
const LAST = '<img id="last" data-consent="social" data-src="x.png">';
const looked = () => expect.poll(() => place.querySelector('#last[src]')).not.toBeNull();

beforeEach(() => {
  globalThis.ran = [];
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  said = () => warn.mock.calls.join('\n');
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

describe('F-52 an attribute is given to what a browser fetches from, and to nothing else', () => {
  it.each([
    ['<a data-consent="social" data-href="/x">look</a>', '<a data-href>'],
    ['<svg><a data-consent="social" data-href="/x"><text>t</text></a></svg>', '<a data-href>'],
    ['<map><area data-consent="social" data-href="/x"></map>', '<area data-href>'],
    ['<base data-consent="social" data-href="/x">', '<base data-href>'],
    ['<svg><use data-consent="social" data-href="/x"></use></svg>', '<use data-href>'],
    ['<svg><image data-consent="social" data-href="/x"></image></svg>', '<image data-href>'],
    ['<svg><image data-consent="social" data-src="/x"></image></svg>', '<image data-src>'],
    ['<svg><set data-consent="social" data-href="#x"></set></svg>', '<set data-href>'],
    ['<svg><iframe data-consent="social" data-src="/x"></iframe></svg>', '<iframe data-src>'],
    ['<form data-consent="social" data-src="/x"></form>', '<form data-src>'],
    ['<input type="text" data-consent="social" data-src="/x">', '<input data-src>'],
    ['<embed data-consent="social" data-href="/x">', '<embed data-href>'],
    ['<div data-consent="social" data-data="/x"></div>', '<div data-data>'],
  ])('%s', async (html, named) => {
    place.innerHTML = html + LAST;
    const written = place.innerHTML;
    grant(['social']);
    await looked();
    expect(place.innerHTML.replace(' src="x.png"', '')).toBe(written);
    // The same is said once, whatever element it is found on.
    expect(said() === '' || said().includes(named)).toBe(true);
  });

  it('an image button is a picture', async () => {
    place.innerHTML = '<input type="IMAGE" data-consent="social" data-src="x.png">';
    grant(['social']);
    await expect.poll(() => place.querySelector('[src]')).not.toBeNull();
  });
});

describe('F-52 an address is http(s), of pictures and media data: or blob: too', () => {
  it.each(
    [
      `<iframe data-consent="social" data-src="${J}"></iframe>`,
      '<iframe data-consent="social" data-src="data:text/html,x"></iframe>',
      `<embed data-consent="social" data-src=" java\tscript:0">`,
      '<object data-consent="social" data-data="JAVASCRIPT:0"></object>',
      '<link rel="stylesheet" data-consent="social" data-href="data:text/css,x">',
      '<img data-consent="social" data-src="javascript:0">',
      '<img data-consent="social" data-srcset="x.png 1x, javascript:0 2x">',
      '<video data-consent="social" data-poster="vbscript:0"></video>',
      '<img data-consent="social" data-src="http://[">',
    ].map((html) => [html]),
  )('%s', async (html) => {
    place.innerHTML = html + LAST;
    const written = place.innerHTML;
    grant(['social']);
    await looked();
    await frame();
    expect(place.innerHTML.replace(' src="x.png"', '')).toBe(written);
    expect(ran()).toEqual([]);
    expect(reported.frames).not.toContain(place.querySelector('#last'));
  });

  it.each([
    script('social', '', `data-src="data:text/javascript,${log('data')}"`),
    script('social', '', `data-src="${J}"`),
    script('social', '', `src="data:text/javascript,${log('data')}"`),
    script('social', '', `data-src="blob:${location.origin}/1" data-type="module"`),
  ])('%s', async (html) => {
    place.innerHTML = html + script('social', log('next'));
    grant(['social']);
    await expect.poll(ran).toEqual(['next']);
  });

  it('pictures may stand in their address', async () => {
    place.innerHTML =
      '<img data-consent="social" data-src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
    grant(['social']);
    await expect.poll(() => place.querySelector('[src]')).not.toBeNull();
  });

  it('what a framework changes to another kind of address is taken back', async () => {
    place.innerHTML = '<iframe data-consent="social" data-src="/frame.html?a"></iframe>';
    grant(['social']);
    await expect.poll(() => place.querySelector('[src]')).not.toBeNull();
    place.firstElementChild?.setAttribute('data-src', J);
    await expect.poll(() => place.querySelector('[src]')).toBeNull();
    expect(ran()).toEqual([]);
  });
});

it('F-52 in a template and a container of markup the same holds', async () => {
  const inner = `<b></b><a data-href="/x">l</a><iframe data-src="${J}"></iframe><img data-src="x.png">`;
  place.innerHTML =
    `<template data-consent="social">${inner}</template>` +
    script('social', inner, 'data-type="text/html"');
  grant(['social']);
  await expect.poll(() => place.querySelectorAll('b')).toHaveLength(2);
  await frame();
  expect(place.querySelectorAll('[href],iframe[src]')).toHaveLength(0);
  expect(place.querySelectorAll('img[src]')).toHaveLength(2);
  expect(ran()).toEqual([]);
});

it.each([
  script('necessary', log('x')),
  `<template data-consent="necessary"><b></b></template>`,
  '<img data-consent="necessary" data-src="x.png">',
  '<img data-consent="" data-src="x.png">',
])('F-52 what waits for nothing that needs a choice is refused: %s', async (html) => {
  place.innerHTML = html + LAST;
  const written = place.innerHTML;
  grant(['necessary', 'social']);
  await looked();
  await frame();
  expect(place.innerHTML.replace(' src="x.png"', '')).toBe(written);
});
