import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldFrame, MissingFor } from '../core/ports.ts';
import { createPageTags } from './page-tags.ts';

declare global {
  var ran: string[];
}

const granted = new Set<string>();
const missingFor: MissingFor = (ids) => ids.filter((id) => !granted.has(id));
const announce = vi.fn();
/** One for all tests, as on a page: it listens for as long as the page lives. */
const tags = createPageTags(announce);
let place: HTMLElement;
let frames: readonly HeldFrame[];
tags.onFrames((held) => (frames = held));

const ran = () => globalThis.ran;
const script = (id: string, code: string, attributes = '') =>
  `<script type="text/plain" data-consent="${id}" ${attributes}>${code}</script>`;
const log = (word: string) => `globalThis.ran.push('${word}')`;
/** A script of its own address, as an external one. */
const external = (word: string) =>
  `data-src="data:text/javascript,${encodeURIComponent(log(word))}"`;

function grant(...ids: string[]): void {
  granted.clear();
  for (const id of ids) granted.add(id);
  tags.apply(missingFor);
}

beforeEach(() => {
  globalThis.ran = [];
  granted.clear();
  place = document.body.appendChild(document.createElement('main'));
});

afterEach(() => {
  place.remove();
  announce.mockReset();
});

it('holds everything before anything is known', async () => {
  place.innerHTML = script('a', log('x')) + '<img data-consent="a" data-src="x.png">';
  granted.add('a');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(ran()).toEqual([]);
  expect(place.querySelector('[src]')).toBeNull();
});

describe('scripts', () => {
  it('run once, in document order, inline ones after the external ones before them', async () => {
    place.innerHTML = [
      script('a', '', external('1')),
      script('a', log('2')),
      script('a', '', `${external('3')} defer`),
      script('b', log('not granted')),
      script('a', log('4')),
    ].join('');
    grant('a');
    await expect.poll(ran).toEqual(['1', '2', '3', '4']);
    grant('a');
    grant();
    grant('a');
    await expect.poll(ran).toEqual(['1', '2', '3', '4']);
    grant('a', 'b');
    await expect.poll(ran).toEqual(['1', '2', '3', '4', 'not granted']);
  });

  it('that fail do not stop the rest', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    place.innerHTML = [
      script('a', '', 'data-src="http://127.0.0.1:1/none.js"'),
      script('a', log('next')),
    ].join('');
    grant('a');
    await expect.poll(ran).toEqual(['next']);
  });

  it('keep their attributes, nonce too', () => {
    place.innerHTML = script(
      'a',
      log('x'),
      'id="it" data-more="1" nonce="abc" referrerpolicy="origin" crossorigin="anonymous"',
    );
    grant('a');
    const live = place.querySelector('script');
    expect(live).toMatchObject({
      id: 'it',
      nonce: 'abc',
      referrerPolicy: 'origin',
      crossOrigin: 'anonymous',
      type: '',
    });
    expect(live?.dataset).toMatchObject({ more: '1' });
  });

  it('of type module run as modules', async () => {
    place.innerHTML = script(
      'a',
      'globalThis.ran.push(String(import.meta.url.length > 0))',
      'data-type="module"',
    );
    grant('a');
    await expect.poll(ran).toEqual(['true']);
  });

  it('withdrawn while others still load do not run', async () => {
    place.innerHTML = script('a', '', external('first')) + script('a', log('second'));
    grant('a');
    grant();
    await expect.poll(ran).toEqual(['first']);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(ran()).toEqual(['first']);
    grant('a');
    await expect.poll(ran).toEqual(['first', 'second']);
  });

  it('that are not marked text/plain are left alone', () => {
    place.innerHTML = '<script data-consent="a" type="application/json">{}</script>';
    grant('a');
    expect(place.querySelector('script')?.type).toBe('application/json');
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('other tags', () => {
  it.each([
    ['<img data-consent="a" data-src="x.png" data-srcset="x.png 2x">', 'src srcset'],
    ['<video data-consent="a" data-src="x.mp4" data-poster="x.png"></video>', 'src poster'],
    ['<object data-consent="a" data-data="x.svg"></object>', 'data'],
    ['<embed data-consent="a" data-src="x.svg">', 'src'],
    ['<link data-consent="a" rel="preconnect" data-href="https://x.invalid/">', 'href'],
    ['<iframe data-consent="a" data-src="about:blank#x"></iframe>', 'src'],
  ])('%s gets %s when granted, and loses it at a withdrawal', (html, attributes) => {
    place.innerHTML = html;
    const element = place.firstElementChild as Element;
    const live = () =>
      attributes
        .split(' ')
        .filter((name) => element.hasAttribute(name))
        .join(' ');
    grant();
    expect(live()).toBe('');
    grant('a');
    expect(live()).toBe(attributes);
    grant();
    expect(live()).toBe('');
    expect(place.firstElementChild).toBe(element);
  });

  it('a template is replaced by its content, and comes back', async () => {
    place.innerHTML = `<i></i><template data-consent="a"><b>now</b>${script('b', log('inner'))}</template><u></u>`;
    grant('a');
    expect(place.querySelector('b')?.textContent).toBe('now');
    grant('a', 'b');
    await expect.poll(ran).toEqual(['inner']);
    grant();
    expect([...place.children].map(({ localName }) => localName)).toEqual(['i', 'template', 'u']);
  });

  it('added later are treated alike', async () => {
    grant('a');
    const late = document.createElement('div');
    late.innerHTML = `<section><img data-consent="a" data-src="x.png"><img data-consent="b" data-src="x.png"></section>`;
    place.append(late);
    await expect.poll(() => late.querySelectorAll('[src]').length).toBe(1);
  });
});

it('are treated alike when they are marked after they were added', async () => {
  grant('a');
  place.innerHTML = '<img data-src="x.png">';
  const image = place.firstElementChild as Element;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(image.hasAttribute('src')).toBe(false);
  image.setAttribute('data-consent', 'a');
  await expect.poll(() => image.hasAttribute('src')).toBe(true);
});

it('F-33 inside a shadow root are treated alike once it is watched', async () => {
  const root = place.attachShadow({ mode: 'open' });
  root.innerHTML = '<img data-consent="a" data-src="x.png">';
  grant('a');
  expect(root.querySelector('[src]')).toBeNull();
  tags.watch(root);
  await expect.poll(() => root.querySelectorAll('[src]').length).toBe(1);
  root.append(
    Object.assign(document.createElement('p'), {
      innerHTML: '<img data-consent="a" data-src="x.png">',
    }),
  );
  await expect.poll(() => root.querySelectorAll('[src]').length).toBe(2);
});

it('of a great many are released without holding up the page', async () => {
  const held = script('a', 'globalThis.count = (globalThis.count ?? 0) + 1');
  place.innerHTML = held.repeat(5000);
  const count = () => (globalThis as { count?: number }).count ?? 0;
  grant('a');
  expect(count()).toBeGreaterThan(0);
  expect(count()).toBeLessThan(5000);
  await expect.poll(count, { timeout: 10_000 }).toBe(5000);
});

describe('frames', () => {
  it('that are held are told, with what they wait for and where they lead', async () => {
    grant();
    place.innerHTML = '<iframe data-consent="a b" data-src="https://film.invalid/1"></iframe>';
    await expect.poll(() => frames.length).toBe(1);
    expect(frames[0]).toMatchObject({ missing: ['a', 'b'], host: 'film.invalid' });
    grant('a');
    expect(frames[0]).toMatchObject({ missing: ['b'] });
    place.replaceChildren();
    await expect.poll(() => frames.length).toBe(0);
  });

  it('released once stay so for this page view, and are no grant', () => {
    place.innerHTML =
      '<iframe data-consent="a" data-src="about:blank#1"></iframe><iframe data-consent="a" data-src="about:blank#2"></iframe>';
    grant();
    tags.releaseOnce(frames[0] as HeldFrame);
    expect(place.querySelectorAll('iframe[src]')).toHaveLength(1);
    expect(frames).toHaveLength(1);
  });
});
