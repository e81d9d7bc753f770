import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POLICY } from '../../../core/choice/fakes.ts';
import type { HeldFrame } from '../../../core/gate/held.ts';
import { fakeHeld, script } from '../fakes.ts';

const { announce, grant, held, reported } = fakeHeld();
let place: HTMLElement;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const src = () => place.firstElementChild?.getAttribute('src');
const heldFrame = (element = place.firstElementChild as Element): HeldFrame => ({
  element,
  missing: ['social'],
  hosts: [],
});

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

describe.each([
  ['<img data-consent="social" data-src="x.png" data-srcset="x.png 2x">', 'src srcset'],
  ['<video data-consent="social" data-src="x.mp4" data-poster="x.png"></video>', 'src poster'],
  ['<object data-consent="social" data-data="x.svg"></object>', 'data'],
  ['<embed data-consent="social" data-src="x.svg">', 'src'],
  ['<link data-consent="social" rel="preconnect" data-href="https://x.invalid/">', 'href'],
  ['<iframe data-consent="social" data-src="/frame.html?x"></iframe>', 'src'],
])('%s', (html, attributes) => {
  it(`gets ${attributes} when granted, and is as it was written at a withdrawal`, async () => {
    place.innerHTML = html;
    const element = place.firstElementChild as Element;
    const written = place.innerHTML;
    const live = () => attributes.split(' ').filter((name) => element.hasAttribute(name));
    grant(['social']);
    await expect.poll(() => live().join(' ')).toBe(attributes);
    grant([]);
    await expect.poll(() => place.innerHTML).toBe(written);
    expect(place.firstElementChild).toBe(element);
    grant(['social']);
    await expect.poll(() => live().join(' ')).toBe(attributes);
  });
});

it('nothing is taken out of the page, nor moved in it', async () => {
  place.innerHTML =
    '<b></b><iframe data-consent="social" data-src="/frame.html?x"></iframe><i></i>';
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => changes.push(...seen));
  observer.observe(place, { childList: true, subtree: true });
  grant(['social']);
  await expect.poll(() => place.querySelector('[src]')).not.toBeNull();
  grant([]);
  await expect.poll(() => place.querySelector('[src]')).toBeNull();
  await frame();
  expect(changes).toEqual([]);
});

it('stand-ins stay until then, and come back', async () => {
  place.innerHTML = `<img src="${PIXEL}" data-consent="social" data-src="x.png">`;
  await frame();
  expect(src()).toBe(PIXEL);
  grant(['social']);
  await expect.poll(src).toBe('x.png');
  grant([]);
  expect(src()).toBe(PIXEL);
});

it('a frame that stands in by srcdoc shows its address once it is granted, and comes back', async () => {
  const address = `${location.origin}/?framed`;
  place.innerHTML = `<iframe srcdoc="Play" data-consent="social" data-src="${address}"></iframe>`;
  const framed = place.firstElementChild as HTMLIFrameElement;
  const written = framed.cloneNode();
  const shown = () => framed.contentDocument?.URL;
  await expect.poll(shown).toBe('about:srcdoc');
  grant(['social']);
  await expect.poll(shown).toBe(address);
  grant([]);
  await expect.poll(shown).toBe('about:srcdoc');
  expect(framed.isEqualNode(written)).toBe(true);
});

it('what a framework changes is followed, and what a morph takes back is given again', async () => {
  place.innerHTML = '<img data-consent="social" data-src="x.png">';
  const image = place.firstElementChild as Element;
  grant(['social']);
  await expect.poll(src).toBe('x.png');
  image.setAttribute('data-src', 'y.png');
  await expect.poll(src).toBe('y.png');
  image.removeAttribute('src');
  await expect.poll(src).toBe('y.png');
  image.setAttribute('data-src', 'https://pins.example/z.png');
  await expect.poll(src).toBeNull();
});

it('a frame whose address was taken back and given again does not stay empty', async () => {
  const address = `${location.origin}/?framed`;
  place.innerHTML = `<iframe data-consent="social" data-src="${address}"></iframe>`;
  const framed = place.firstElementChild as HTMLIFrameElement;
  grant(['social']);
  await expect.poll(() => framed.contentDocument?.URL).toBe(address);
  // What Firefox does now and then, done here on purpose.
  const overtake = new MutationObserver(() => {
    if (src() === address) framed.contentWindow?.location.replace('about:blank');
  });
  overtake.observe(framed, { attributeFilter: ['src'] });
  const emptied = new Promise((loaded) => {
    framed.addEventListener('load', () => loaded(framed.contentDocument?.URL), { once: true });
  });
  framed.removeAttribute('src');
  expect(await emptied).toBe('about:blank');
  overtake.disconnect();
  await expect.poll(() => framed.contentDocument?.URL).toBe(address);
});

it('a page that insists is not fought for ever', async () => {
  place.innerHTML = '<img data-consent="social" data-src="x.png">';
  const image = place.firstElementChild as Element;
  const insist = new MutationObserver(() => image.removeAttribute('src'));
  insist.observe(image, { attributeFilter: ['src'] });
  grant(['social']);
  await frame();
  await frame();
  insist.disconnect();
  expect(src()).toBeNull();
});

it('what something else gave an address is taken back, and the console says so', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  place.innerHTML = '<img data-consent="social" data-src="x.png">';
  place.firstElementChild?.setAttribute('src', 'x.png');
  await expect.poll(src).toBeNull();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('lazy loader'));
});

it('a held frame that a script of the page has made show the page itself is named', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  place.innerHTML =
    '<iframe data-consent="social" data-src="?own" src="about:blank"></iframe>'.repeat(2);
  const [player, other] = place.children as unknown as [HTMLIFrameElement, HTMLIFrameElement];
  other.src = '/frame.html?api=1';
  grant(['social']);
  await expect.poll(src).toBe('?own');
  grant([]);
  await expect.poll(src).toBe('about:blank');
  expect(warn).not.toHaveBeenCalled();
  player.src = '?api=1';
  await expect.poll(() => warn.mock.lastCall?.[0]).toMatch(/<iframe>: shows the page in itself/);
  expect(warn).toHaveBeenCalledOnce();
});

describe.each(['', 'src="about:blank"'])('a released frame with %s', (standIn) => {
  const given = '/frame.html?x';
  const write = (address: string) => place.firstElementChild?.setAttribute('src', address);

  beforeEach(async () => {
    place.innerHTML = `<iframe data-consent="social" data-src="${given}" ${standIn}></iframe>`;
    grant(['social']);
    await expect.poll(src).toBe(given);
  });

  it('keeps what a player of the page adds to its address, and loses it at a withdrawal', async () => {
    for (const address of [`${given}&api=1`, '', 'https://other.invalid/']) {
      write(address);
      place.append(document.createElement('i'));
      await frame();
      grant(['social']);
      expect(src()).toBe(address);
    }
    grant([]);
    await expect.poll(() => src() ?? '').toBe(standIn && 'about:blank');
    grant(['social']);
    await expect.poll(src).toBe(given);
  });

  it('follows a framework afterwards, and keeps no address of it', async () => {
    write(`${given}&api=1`);
    await frame();
    place.firstElementChild?.setAttribute('data-src', '/frame.html?y');
    await expect.poll(src).toBe('/frame.html?y');
    grant([]);
    await expect.poll(() => src() ?? '').toBe(standIn && 'about:blank');
  });
});

it('a copy of a released frame is taken back too, and is no lazy loader’s', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  place.innerHTML = '<iframe data-consent="social" data-src="/frame.html?x"></iframe>';
  grant(['social']);
  await expect.poll(src).toBe('/frame.html?x');
  place.append(place.firstElementChild?.cloneNode(true) as Element);
  await frame();
  grant([]);
  await expect.poll(() => place.querySelectorAll('[src]').length).toBe(0);
  expect(warn).not.toHaveBeenCalled();
});

it('in what somebody writes all stays held, for an editor keeps what it finds, and the console says so', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const inside =
    '<iframe data-consent="social" data-src="/frame.html?x"></iframe>' +
    script('social', `globalThis.ran.push('written')`) +
    '<template data-consent="social"><b></b></template>';
  place.innerHTML = `<div contenteditable><p contenteditable="false">${inside}</p></div><p contenteditable="false">${inside}</p>`;
  const written = place.firstElementChild?.innerHTML;
  grant(['social']);
  await expect.poll(() => globalThis.ran).toEqual(['written']);
  await expect.poll(() => place.querySelectorAll('[src],b')).toHaveLength(2);
  expect(place.firstElementChild?.innerHTML).toBe(written);
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  expect(warn.mock.lastCall?.[0]).toMatch(/contenteditable/);
});

it('every address counts: all of a srcset, and src beside data-src', async () => {
  place.innerHTML = `
    <img data-consent="social" data-src="x.png" data-srcset="x.png 1x, https://pins.example/x.png 2x">
    <img data-consent="social" data-src="x.png" src="https://PINS.example./y.png">
    <img data-consent="social" data-src="x.png">`;
  grant(['social', 'film']);
  await expect.poll(() => place.lastElementChild?.hasAttribute('src')).toBe(true);
  expect(place.querySelectorAll('[src="x.png"]')).toHaveLength(1);
});

it('a player is not made to fetch its live sources again by what it is given besides', async () => {
  const load = vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
  place.innerHTML = `<video data-consent="social" data-poster="x.png"><source src="data:video/webm,"></video>
    <video src="data:video/webm,"><source data-consent="social" data-src="x.webm"></video>
    <video><source id="its" data-consent="social" data-src="x.webm"></video>`;
  grant(['social']);
  await expect.poll(() => place.querySelector('#its[src]')).not.toBeNull();
  expect(load.mock.contexts).toEqual([place.lastElementChild]);
  load.mockClear();
  grant([]);
  await expect.poll(() => place.querySelector('#its[src]')).toBeNull();
  expect(load.mock.contexts).toEqual([place.lastElementChild]);
});

it('a player that has lost its address plays no more', async () => {
  const load = vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
  place.innerHTML = '<audio data-consent="social" data-src="x.wav"></audio>';
  grant(['social']);
  await expect.poll(src).toBe('x.wav');
  expect(load).not.toHaveBeenCalled();
  grant([]);
  await expect.poll(src).toBeNull();
  expect(load).toHaveBeenCalledOnce();
});

it('added later are treated alike', async () => {
  grant(['social']);
  const late = document.createElement('div');
  late.innerHTML = `<section><img data-consent="social" data-src="x.png"><img data-consent="analytics" data-src="x.png"></section>`;
  place.append(late);
  await expect.poll(() => late.querySelectorAll('[src]').length).toBe(1);
});

it('marked after they were added are treated alike', async () => {
  grant(['social']);
  place.innerHTML = '<img data-src="x.png">';
  await frame();
  expect(src()).toBeNull();
  place.firstElementChild?.setAttribute('data-consent', 'social');
  await expect.poll(src).toBe('x.png');
});

it('F-33 inside a shadow root are treated alike once it is watched', async () => {
  const root = place.attachShadow({ mode: 'open' });
  root.innerHTML = '<img data-consent="social" data-src="x.png">';
  grant(['social']);
  await frame();
  expect(root.querySelector('[src]')).toBeNull();
  held.watch(root);
  await expect.poll(() => root.querySelectorAll('[src]').length).toBe(1);
  const late = document.createElement('p');
  late.innerHTML = '<img data-consent="social" data-src="x.png">';
  root.append(late);
  await expect.poll(() => root.querySelectorAll('[src]').length).toBe(2);
});

describe('frames', () => {
  const FILM = '<iframe data-consent="social" data-src="https://film.example/1"></iframe>';

  it('without their address are told, and those that are taken out', async () => {
    place.innerHTML = FILM;
    await expect.poll(() => reported.frames.length).toBe(1);
    place.replaceChildren();
    await expect.poll(() => reported.frames.length).toBe(0);
  });

  it('leave no entry in the history when they are held again', async () => {
    place.innerHTML = '<iframe data-consent="social" data-src="/one.html"></iframe>';
    grant(['social']);
    await expect.poll(src).toBe('/one.html');
    await new Promise((resolve) => place.firstElementChild?.addEventListener('load', resolve));
    const before = history.length;
    grant([]);
    await expect.poll(src).toBeNull();
    await frame();
    expect(history.length).toBe(before);
  });

  it('of an undeclared host stay held, unless the policy says otherwise', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    place.innerHTML = '<iframe data-consent="social" data-src="https://else.example/"></iframe>';
    grant(['social', 'film', 'pins'], POLICY);
    await frame();
    expect(src()).toBeNull();
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('else.example'));
  });

  it('released once are so for that address, until the next answer, and are no grant', async () => {
    place.innerHTML = '<iframe data-consent="social" data-src="/frame.html?1"></iframe>'.repeat(2);
    held.releaseOnce(heldFrame());
    await expect.poll(src).toBe('/frame.html?1');
    expect(place.querySelectorAll('iframe[src]')).toHaveLength(1);
    expect(reported.frames).toHaveLength(1);
    place.firstElementChild?.setAttribute('data-src', '/frame.html?2');
    await expect.poll(src).toBeNull();
    held.releaseOnce(heldFrame());
    await expect.poll(src).toBe('/frame.html?2');
    grant([]);
    await expect.poll(src).toBeNull();
  });
});

it.each([
  ['marketing', 'the policy has no such purpose or service; it has necessary, analytics, social'],
  ['analytics,social', 'write a space'],
  ['!analytics', 'nothing runs upon a no'],
  ['necessary', 'names nothing that needs a choice'],
])('data-consent="%s" is named in the console', async (ids, says) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { held: fresh, grant: apply } = fakeHeld();
  place.innerHTML = script(ids, 'globalThis.ran.push(1)');
  apply(['analytics', 'social']);
  fresh.prepare();
  await expect.poll(() => warn.mock.calls.join()).toContain(says);
  expect(globalThis.ran).toEqual([]);
});
