import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeHeld, log, ran, script } from '../fakes.ts';

const { announce, grant } = fakeHeld();
let place: HTMLElement;
const shape = () => [...place.children].map(({ localName }) => localName).join(' ');
/** As a parser makes it: scripts in what innerHTML makes never run. */
const write = (html: string) =>
  place.replaceChildren(document.createRange().createContextualFragment(html));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(() => {
  globalThis.ran = [];
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
  announce.mockReset();
});

it('a template stays, its content stands behind it, and goes at a withdrawal', async () => {
  place.innerHTML = `<i></i><template data-consent="social"><b>now</b>${script('analytics', log('inner'))}</template><u></u>`;
  const before = [...place.childNodes];
  grant(['social']);
  await expect.poll(shape).toBe('i template b script u');
  grant(['social', 'analytics']);
  await expect.poll(ran).toEqual(['inner']);
  grant([]);
  await expect.poll(shape).toBe('i template u');
  expect([...place.childNodes]).toEqual(before);
});

it('markup in a script element stands behind it alike, and no parser has looked into it', async () => {
  place.innerHTML = script(
    'social',
    `<b>now</b><img data-src="x.png"><script>${log('live')}<\\/script>`,
    'data-type="text/html"',
  );
  expect(shape()).toBe('script');
  grant(['social']);
  await expect.poll(() => place.querySelector('b')?.textContent).toBe('now');
  expect(place.querySelector('img')?.getAttribute('src')).toBe('x.png');
  expect(ran()).toEqual(['live']);
  grant([]);
  await expect.poll(shape).toBe('script');
});

it('data-src inside gets its address, and live scripts run once', async () => {
  write(
    `<template data-consent="social"><img data-src="x.png"><script>${log('live')}</script></template>`,
  );
  grant(['social']);
  await expect.poll(ran).toEqual(['live']);
  expect(place.querySelector('img')?.getAttribute('src')).toBe('x.png');
});

it('nothing but what was placed is taken out, whatever the page has done meanwhile', async () => {
  place.innerHTML = '<template data-consent="social">one<b></b>two</template>';
  grant(['social']);
  await expect.poll(shape).toBe('template b');
  place.querySelector('b')?.after(document.createElement('ins'));
  place.prepend('before');
  place.append('after');
  place.normalize();
  grant([]);
  await expect.poll(shape).toBe('template ins');
  expect(place.textContent).toBe('beforeafter');
});

it('a clone that a snapshot kept is taken over, not doubled, and goes at a withdrawal', async () => {
  write(`<template data-consent="social"><b></b><script>${log('once')}</script></template>`);
  grant(['social']);
  await expect.poll(ran).toEqual(['once']);
  const kept = place.innerHTML;
  place.innerHTML = kept;
  await frame();
  await frame();
  expect(shape()).toBe('template b script');
  expect(ran()).toEqual(['once']);
  grant([]);
  await expect.poll(shape).toBe('template');
});

it('a history that lost the marks is taken over alike', async () => {
  write('<template data-consent="social"><b></b><img data-src="x.png"></template><u></u>');
  grant(['social']);
  await expect.poll(shape).toBe('template b img u');
  place.innerHTML = place.innerHTML.replaceAll(/<!--.*?-->/g, '');
  await frame();
  await frame();
  expect(shape()).toBe('template b img u');
  grant([]);
  await expect.poll(shape).toBe('template u');
});

it('what came of it goes with the template that a framework takes out', async () => {
  place.innerHTML = '<template data-consent="social"><b></b></template><u></u>';
  grant(['social']);
  await expect.poll(shape).toBe('template b u');
  place.firstElementChild?.remove();
  await expect.poll(shape).toBe('u');
});

it('waits for everything inside it', async () => {
  place.innerHTML = `
    <template data-consent="social"><script src="https://pins.example/x.js"></script></template>
    <template data-consent="social"><a href="https://pins.example/"></a></template>`;
  grant(['social', 'film']);
  await expect.poll(() => shape()).toBe('template template a');
});

it('names live addresses in it', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  place.innerHTML = '<template data-consent="social"><img src="x.png"></template>';
  grant(['social']);
  await expect.poll(() => warn.mock.calls.join()).toContain('Firefox');
});

it('data that the page reads from a script element stands there while it is granted', async () => {
  place.innerHTML = script('social', '{"a":1}', 'data-type="application/ld+json" id="data"');
  grant(['social']);
  await expect
    .poll(() => place.querySelector('[type="application/ld+json"]')?.textContent)
    .toBe('{"a":1}');
  grant([]);
  await expect.poll(() => place.querySelectorAll('script').length).toBe(1);
});
