// Our one element: at the end of the body, there again when a page throws it out, whatever the page names its own.
import { afterEach, expect, it } from 'vitest';
import { onGone } from './fakes.ts';
import { createPageElement } from './page-element.ts';

const elements = () => document.querySelectorAll('s9-consent');
const moment = () => new Promise((done) => setTimeout(done));

const placed = (): ShadowRoot => createPageElement('auto', onGone);

/** The page says that so much of it is here. */
function turn(readyState: DocumentReadyState): void {
  Object.defineProperty(Document.prototype, 'readyState', {
    value: readyState,
    configurable: true,
  });
  document.dispatchEvent(new Event('readystatechange'));
}

/** A page that insists wins. */
async function clear(): Promise<void> {
  for (let times = 0; times < 100; times++) {
    for (const each of elements()) each.remove();
    await Promise.resolve();
  }
}

afterEach(clear);

it('F-35 nothing stands in the page before it is ready, and then behind all of the body', async () => {
  turn('loading');
  const root = placed();
  document.body.append(document.createElement('p'));
  await moment();
  expect(root.host.isConnected).toBe(false);
  turn('interactive');
  expect(document.body.lastChild).toBe(root.host);
});

it('F-35 a page that comes in pieces is not waited for without end', async () => {
  turn('loading');
  const root = placed();
  await expect.poll(() => root.host.isConnected).toBe(true);
  turn('complete');
});

it.each(['body', 'head', 'documentElement'])(
  'F-35 an element of the page that is named %s changes nothing',
  (name) => {
    const form = document.createElement('form');
    form.setAttribute('name', name);
    const body = document.body;
    body.append(form);
    const root = placed();
    form.remove();
    expect(root.host.parentNode).toBe(body);
  },
);

it.each<[string, () => void]>([
  ['the body', () => document.body.replaceWith(document.body.cloneNode(true))],
  [
    'the whole page',
    () => document.documentElement.replaceWith(document.documentElement.cloneNode(true)),
  ],
])('F-35 it is the only one of its name again when a router exchanges %s', async (_what, swap) => {
  const root = placed();
  let mounts = 0;
  root.host.addEventListener('mount', () => mounts++);
  swap();
  await moment();
  expect([...elements()]).toEqual([root.host]);
  expect(root.host.parentNode).toBe(document.body);
  expect(mounts).toBe(1);
});

it('F-35 a page of many visits is followed for good, one that throws it out at once wins', async () => {
  const { host } = placed();
  for (let times = 0; times < 15; times++) {
    host.remove();
    await moment();
    expect(host.isConnected).toBe(true);
  }
  await clear();
  document.body.append(document.createElement('p'));
  await moment();
  expect(host.isConnected).toBe(false);
});

it('L-18 what the tag draws itself is as dark as the page says', () => {
  const control = document.createElement('button');
  control.part = 'control';
  placed().append(control);
  const ground = () => getComputedStyle(control).backgroundColor;
  const light = ground();
  document.documentElement.style.colorScheme = 'dark';
  expect(ground()).not.toBe(light);
  document.documentElement.style.colorScheme = '';
  expect(ground()).toBe(light);
});

it('L-30 a page whose body is a grid gets no gap more', () => {
  const { body } = document;
  body.style.cssText = 'display:grid;gap:40px';
  const heightBefore = body.scrollHeight;
  placed();
  expect(body.scrollHeight).toBe(heightBefore);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body > * { display: block; padding: 10px }');
  document.adoptedStyleSheets.push(sheet);
  expect(body.scrollHeight).toBe(heightBefore);
  document.adoptedStyleSheets.pop();
  body.style.cssText = '';
});
