// Where our tag carries a nonce, it speaks for the page's author: nothing runs through us that has not the same.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { external, fakeHeld, log, ran, script } from '../fakes.ts';

const { grant } = fakeHeld('abc');
let place: HTMLElement;
let warn: ReturnType<typeof vi.spyOn>;
const MINE = 'nonce="abc"';

beforeEach(() => {
  globalThis.ran = [];
  warn = vi.spyOn(console, 'warn').mockReturnValue();
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

/** What is written there as a page's parser would, and then granted. */
function release(html: string): void {
  place.innerHTML = html + script('social', log('last'), MINE);
  grant(['social']);
}

it('F-52 a held script without it, or with another, does not run, and is named', async () => {
  release(
    [
      script('social', log('no nonce')),
      script('social', log('other'), 'nonce="other"'),
      script('social', '', external('no nonce')),
      script('social', log('module'), 'data-type="module"'),
      script('social', '{}', 'data-type="importmap"'),
      // Left open on purpose: it swallows the start of the page's own, up to its nonce.
      `<script type="text/plain" data-consent="social" data-src="/x.js" title='
        <script nonce="abc" x=' nonce="abc">${log('swallowed')}</script>`,
      `<script type="text/plain" data-consent="social" <script nonce="abc">${log('swallowed too')}</script>`,
      script('social', log('mine'), MINE),
      script('social', '', `${external('mine too')} ${MINE}`),
    ].join(''),
  );
  await expect.poll(ran).toEqual(['mine', 'mine too', 'last']);
  expect(warn.mock.calls.join()).toContain('nonce');
  expect(place.querySelector('[type="importmap"]')).toBeNull();
});

const INSIDE = [
  `<script>${log('plain')}</script>`,
  `<script type=" Module ">${log('module')}</script>`,
  `<script type="text/jscript">${log('old')}</script>`,
  `<svg><script>${log('svg')}</script></svg>`,
  `<div><template shadowrootmode="closed" shadowrootclonable><script>${log('shadow')}</script></template></div>`,
  `<script ${external('address')}></script>`,
  `<script type="speculationrules">{}</script>`,
  `<script ${MINE}>${log('mine')}</script>`,
  `<script type="text/plain" data-consent="analytics">${log('waits')}</script>`,
  `<script type="application/ld+json">{}</script>`,
  '<b></b>',
].join('');

const CONTAINERS: Readonly<Record<string, string>> = {
  'a template': `<template data-consent="social">${INSIDE}</template>`,
  'a container of markup': script(
    'social',
    INSIDE.replaceAll('</script', '<\\/script'),
    'data-type="text/html"',
  ),
};

for (const [what, html] of Object.entries(CONTAINERS)) {
  it(`F-52 nor does one that comes out of ${what}, in a shadow root of it even`, async () => {
    // As a page's own parser does it, with shadow roots.
    place.setHTMLUnsafe(html);
    grant(['social']);
    await expect.poll(() => place.querySelector('b')).not.toBeNull();
    place.append(
      document.createRange().createContextualFragment(script('social', log('last'), MINE)),
    );
    await expect.poll(ran).toContain('last');
    expect(ran()).toEqual(['mine', 'last']);
    expect(place.querySelectorAll('[type="speculationrules"]')).toHaveLength(0);
    expect(place.querySelectorAll('[type="application/ld+json"]')).toHaveLength(1);
    grant([]);
    await expect.poll(() => place.querySelector('b')).toBeNull();
  });
}

it('what only a template can hold comes out of it as it was written', async () => {
  place.innerHTML = `<template data-consent="social"><tr><td>1</td></tr><script ${MINE}>${log('row')}</script></template>`;
  grant(['social']);
  await expect.poll(ran).toEqual(['row']);
  expect(place.querySelector('main > tr > td')?.textContent).toBe('1');
});
