// What is marked and holds nothing is said once, with what to write instead.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeHeld, log, ran } from '../fakes.ts';

let place: HTMLElement;
let lines: string[];

beforeEach(() => {
  globalThis.ran = [];
  lines = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => void lines.push(String(line)));
  place = document.body.appendChild(document.createElement('main'));
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

it.each([
  ['<img data-consent="social" src="data:,1">', /<img>: is not held: .* write data-src/],
  [
    '<video data-consent="social" poster="data:,2"></video>',
    /<video>: is not held: .* write data-poster/,
  ],
  [
    '<video data-consent="social"><source data-src="data:,8"></video>',
    /<video>: holds nothing; put data-consent on the <source>/,
  ],
  [
    '<iframe data-consent="social" srcdoc="<p>3" title="A note"></iframe>',
    /<iframe>: is not held: .*srcdoc.* <template data-consent/,
  ],
  ['<div data-consent="social"><p>4</p></div>', /<div>: holds nothing; .*<template data-consent/],
  ['<noscript data-consent="social">5</noscript>', /<noscript>: holds nothing/],
  [
    `<svg><script type="text/plain" data-consent="social">${log('svg')}</script></svg>`,
    /<script>: is a script of SVG, and stays held; .*outside/,
  ],
  [
    `<svg><script type="text/plain" data-consent="social" href="fake-script.js?word=svg"></script></svg>`,
    /<script>: is a script of SVG/,
  ],
  [
    '<svg><image data-consent="social" data-href="data:,6"></image></svg>',
    /<image data-href> is left/,
  ],
])('%s', async (html, line) => {
  // A releaser of its own, for each line is said once a page.
  const mine = fakeHeld();
  place.innerHTML = html;
  mine.grant(['social']);
  await expect.poll(() => lines.some((each) => line.test(each))).toBe(true);
  expect(place.innerHTML).toBe(html.replaceAll('<p>3', '&lt;p&gt;3'));
  expect(ran()).toEqual([]);
});

it.each([
  ['<iframe data-consent="social" title="Later"></iframe>', 'iframe', 'b'],
  [
    '<video data-consent="social"><source data-consent="social" data-src="x.webm"></video>',
    'video',
    'u',
  ],
  [
    '<section data-consent="social"><img data-consent="social" data-src="data:,7"></section>',
    'section',
    's',
  ],
  ['<div data-consent-notice="newsletter"></div>', 'div', 'q'],
])('says nothing of %s', async (html, name, last) => {
  const mine = fakeHeld();
  place.innerHTML = `${html}<${last} data-consent="social"></${last}>`;
  mine.grant(['social']);
  const told = (of: string) => lines.filter((each) => each.includes(`<${of}>: `));
  await expect.poll(() => told(last).length).toBeGreaterThan(0);
  expect(told(name).filter((each) => !each.includes('no service'))).toEqual([]);
});
