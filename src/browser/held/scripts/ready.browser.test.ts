// A script that comes late hears what it has missed; nobody else hears it again, and nothing of the page is another.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { external, fakeHeld, log, ran, script } from '../fakes.ts';

const { grant } = fakeHeld();
let place: HTMLElement;
const warn = vi.spyOn(console, 'warn');

const READY = 'data-consent-ready';
const WAITING = [
  `document.addEventListener('DOMContentLoaded', (event) => ran.push('document ' + event.type + (event.target === document)));`,
  `window.addEventListener('DOMContentLoaded', function () { ran.push('window ' + (this === window)); });`,
  `addEventListener('load', { handleEvent() { ran.push('handler'); } });`,
  `document.addEventListener('readystatechange', () => ran.push(document.readyState));`,
  `window.onload = () => ran.push('onload');`,
  `addEventListener('pageshow', ({ type, persisted }) => ran.push(type + persisted), { once: true });`,
  `window.onpageshow = () => ran.push('onpageshow');`,
  log('end'),
].join('');

beforeEach(() => {
  globalThis.ran = [];
  warn.mockReset();
  window.onload = window.onpageshow = null;
  place = document.body.appendChild(document.createElement('main'));
  grant(['analytics']);
});

afterEach(() => {
  place.remove();
  window.onload = window.onpageshow = null;
});

const methods = () => [document, window].map((target) => target.addEventListener);
const before = methods();
const isAsItWas = () =>
  expect
    .poll(() => methods().map((method, index) => method === before[index]))
    .toEqual([true, true]);

it('hears each, once it has come to its end; nobody else does', async () => {
  const heard = vi.fn();
  document.addEventListener('DOMContentLoaded', heard);
  addEventListener('load', heard);
  place.innerHTML = script('analytics', WAITING, READY);
  const all = ['end', 'document DOMContentLoadedtrue', 'window true', 'handler', 'complete'];
  await expect.poll(ran).toEqual([...all, 'pageshowfalse', 'onload', 'onpageshow']);
  expect(heard).not.toHaveBeenCalled();
  expect(warn).not.toHaveBeenCalled();
  await isAsItWas();
});

it('one of another address too, and what others listen for meanwhile stays theirs', async () => {
  const code = new Blob([WAITING], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  const heard = vi.fn();
  place.innerHTML =
    script('analytics', '', `${external('slow')} async ${READY}`) +
    script('analytics', '', `data-src="${address}" ${READY}`);
  // A blob is no script's address here: what is refused runs nothing, and leaves nothing behind.
  document.addEventListener('load', heard);
  document.addEventListener('click', heard);
  document.dispatchEvent(new Event('click'));
  expect(heard).toHaveBeenCalledOnce();
  await expect.poll(ran).toEqual(['slow']);
  await isAsItWas();
});

it('one that waits for the page to be shown hears it again when it comes back, unless it asked for one', async () => {
  const listen = (options: string) =>
    `addEventListener('pageshow', ({ persisted }) => ran.push('${options}' + persisted), ${options});`;
  place.innerHTML = script('analytics', listen('false') + listen('{once:true}'), READY);
  await expect.poll(ran).toEqual(['falsefalse', '{once:true}false']);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(ran().slice(2)).toEqual(['falsetrue']);
});

it('one that throws leaves nothing behind, nor does one whose file is missing', async () => {
  const onError = (event: ErrorEvent) => event.preventDefault();
  addEventListener('error', onError);
  place.innerHTML =
    script('analytics', `throw new Error('thrown')`, READY) +
    script('analytics', '', `data-src="/missing.js" ${READY}`) +
    script('analytics', log('after'));
  await expect.poll(ran).toEqual(['after']);
  await isAsItWas();
  removeEventListener('error', onError);
});

it('a method of the page’s own comes back, and what the script puts there stays', async () => {
  const mine = vi.fn();
  Object.assign(document, { addEventListener: mine });
  place.innerHTML = script('analytics', log('run'), READY);
  await expect.poll(ran).toEqual(['run']);
  await expect
    .poll(() => Object.getOwnPropertyDescriptor(document, 'addEventListener')?.value)
    .toBe(mine);
  Reflect.deleteProperty(document, 'addEventListener');
  place.innerHTML = script(
    'analytics',
    `document.addEventListener = 'theirs';${log('put')}`,
    READY,
  );
  await expect.poll(ran).toEqual(['run', 'put']);
  expect(Reflect.get(document, 'addEventListener')).toBe('theirs');
  Reflect.deleteProperty(document, 'addEventListener');
});

it('one that waits without asking for it is named, and no other', async () => {
  place.innerHTML =
    script('analytics', `document.addEventListener('DOMContentLoaded', () => ${log('never')})`) +
    script(
      'analytics',
      `const picture = new Image(); picture.onload = () => 0; ${log('picture')}`,
    ) +
    script(
      'analytics',
      `if (document.readyState === 'loading') window.onload = 0; ${log('asks')}`,
    ) +
    script('analytics', `window.addEventListener('pageshow', (e) => e.persisted); ${log('back')}`);
  await expect.poll(ran).toEqual(['picture', 'asks', 'back']);
  await expect
    .poll(() => warn.mock.calls)
    .toEqual([[expect.stringMatching(/^Social9 Consent: <script>: .*write data-consent-ready/)]]);
});

it('so is one that waits for the page to be shown', async () => {
  grant([]);
  // Each is named once by whoever holds it.
  const other = fakeHeld();
  other.grant(['analytics']);
  place.innerHTML = script(
    'analytics',
    `window.addEventListener('pageshow', () => ${log('never')});`,
  );
  await expect.poll(() => warn.mock.lastCall?.[0]).toMatch(/write data-consent-ready/);
  other.grant([]);
});
