// Fields of a form stand in for its methods, and pictures for those of the document: neither stops the gate.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { on, announce as tellPage } from '../../announce/page.ts';
import { fakeHeld, log, ran, script } from '../fakes.ts';
import { createFinder } from './find.ts';

const { grant, held } = fakeHeld();
let place: HTMLElement;
const IMG = '<img data-consent="social" data-src="x.png">';
const live = () => place.querySelectorAll('img[src="x.png"]').length;

beforeEach(() => {
  globalThis.ran = [];
  vi.spyOn(console, 'warn').mockReturnValue();
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

/** What a sweep asks of an element, of what stands around it, and of what it has put into the page. */
const OF_AN_ELEMENT =
  `matches querySelectorAll querySelector getAttribute hasAttribute setAttribute removeAttribute
  attributes children childNodes closest contains localName tagName namespaceURI dataset id classList type src
  parentNode parentElement nextSibling previousSibling firstChild nodeType nodeName ownerDocument isConnected
  baseURI isEqualNode remove before after append innerHTML constructor toString shadowRoot content`.split(
    /\s+/,
  );

const fields = OF_AN_ELEMENT.map((name) => `<input name="${name}">`).join('');

describe('thousands of changes at once', () => {
  const plain = (): void => {
    for (let i = 0; i < 1200; i++) place.append(document.createElement('i'));
  };

  it('are gone through once, as a whole', async () => {
    const told = vi.fn<Parameters<typeof createFinder>[0]>();
    createFinder(told).watch(document);
    place.innerHTML = IMG;
    await expect.poll(() => told.mock.lastCall?.[1]).toBe(false);
    plain();
    await expect.poll(() => told.mock.lastCall).toEqual([[place.firstElementChild], true]);
  });

  it('bring what is marked later, and take what stands behind a template', async () => {
    grant(['social']);
    place.innerHTML = `<template data-consent="social"><b>inside</b></template><img data-src="x.png">`;
    const inside = () => place.querySelector('b');
    await expect.poll(inside).not.toBeNull();
    plain();
    place.querySelector('img')?.setAttribute('data-consent', 'social');
    place.querySelector('template')?.remove();
    await expect.poll(live).toBe(1);
    await expect.poll(inside).toBeNull();
  });
});

it('who waits for something to be taken out of the page is told once, and not of what comes', async () => {
  const gone = vi.fn();
  const { watch, onGone } = createFinder(() => undefined);
  watch(document);
  onGone(gone);
  onGone(gone);
  const child = place.appendChild(document.createElement('i'));
  await Promise.resolve();
  expect(gone).not.toHaveBeenCalled();
  child.remove();
  await Promise.resolve();
  expect(gone).toHaveBeenCalledTimes(1);
});

describe('F-53 a form with fields called like what an element has', () => {
  it('comes with a route: what came with it is released, and taken back', async () => {
    grant(['social']);
    place.innerHTML = `<form>${fields}${IMG}</form>${IMG}`;
    await expect.poll(live).toBe(2);
    grant([]);
    await expect.poll(live).toBe(0);
  });

  it('is marked itself: the others are released, and taken back', async () => {
    place.innerHTML = `<form data-consent="social" data-src="x">${fields}${IMG}</form>${IMG}`;
    grant(['social']);
    await expect.poll(live).toBe(2);
    Element.prototype.setAttribute.call(place.firstElementChild, 'data-src', 'y');
    place.append(document.createElement('i'));
    grant([]);
    await expect.poll(live).toBe(0);
  });

  it('stands in a template: it comes, and goes', async () => {
    const form = `<form src="x">${fields}</form>`;
    place.innerHTML = `<template data-consent="social">${form}${script('social', log('inside'))}</template>`;
    grant(['social']);
    await expect.poll(ran).toEqual(['inside']);
    await expect.poll(() => place.querySelector('form')).not.toBeNull();
    grant([]);
    await expect.poll(() => place.querySelector('form')).toBeNull();
  });
});

/** What is asked of the document. */
const OF_THE_DOCUMENT =
  `querySelector querySelectorAll createElement createRange createDocumentFragment importNode
  addEventListener removeEventListener dispatchEvent baseURI readyState visibilityState write writeln`.split(
    /\s+/,
  );

describe('F-53 pictures called like what a document has', () => {
  beforeEach(() => {
    const named = OF_THE_DOCUMENT.map((name) => `<img name="${name}" alt="">`).join('');
    place.innerHTML = `${named}<p></p>`;
    expect(typeof document.querySelector).toBe('object');
  });

  it('change nothing of what is released and taken back', async () => {
    const inner = `<b></b>${script('social', log('inside'))}`;
    const within = place.lastElementChild as Element;
    within.innerHTML =
      IMG +
      script('social', log('script')) +
      `<template data-consent="social">${inner}</template>` +
      script('social', '<i></i>', 'data-type="text/html"') +
      script('social', '{}', 'data-type="application/json"');
    grant(['social']);
    await expect.poll(live).toBe(1);
    await expect.poll(() => [...ran()].sort()).toEqual(['inside', 'script']);
    await expect.poll(() => within.querySelector('i')).not.toBeNull();
    grant([]);
    await expect.poll(live).toBe(0);
    await expect.poll(() => within.querySelector('b,i')).toBeNull();
  });

  it('hide no service that an element fetches from', async () => {
    const within = place.lastElementChild as Element;
    within.innerHTML = `<img data-consent="social" data-src="https://pins.example/x.png">${IMG}`;
    grant(['social', 'film']);
    await expect.poll(live).toBe(1);
    expect(within.querySelectorAll('[src]')).toHaveLength(1);
  });

  it('leave the page told', () => {
    const heard = vi.fn();
    const off = on('open', heard);
    tellPage('open', { view: 'banner' });
    expect(heard).toHaveBeenCalledOnce();
    off();
    tellPage('open', { view: 'banner' });
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe('open shadow roots', () => {
  const parsed = () => dispatchEvent(new Event('DOMContentLoaded'));
  const rootIn = (parent: Element | ShadowRoot): ShadowRoot =>
    parent.appendChild(document.createElement('x-film')).attachShadow({ mode: 'open' });
  const liveIn = (root: ShadowRoot) => root.querySelectorAll('img[src]').length;

  it('that are in the page once it is parsed, and those in them, are looked after', async () => {
    const outer = rootIn(place);
    const inner = rootIn(outer);
    inner.innerHTML = IMG;
    grant(['social']);
    parsed();
    await expect.poll(() => liveIn(inner)).toBe(1);
    outer.prepend(document.createRange().createContextualFragment(IMG));
    await expect.poll(() => liveIn(outer)).toBe(1);
    grant([]);
    await expect.poll(() => liveIn(inner) + liveIn(outer)).toBe(0);
  });

  it('of a page that is still being parsed are looked for once, when it has been', () => {
    const reading = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading');
    const walks = vi.spyOn(Document.prototype, 'querySelectorAll');
    rootIn(place).innerHTML = IMG;
    const { all, watch } = createFinder(() => undefined);
    watch(document);
    expect(walks).not.toHaveBeenCalled();
    expect(all('img')).toHaveLength(0);
    reading.mockRestore();
    parsed();
    expect(all('img')).toHaveLength(1);
  });

  it('that come later are, with those in them, once somebody says so', async () => {
    const outer = rootIn(place);
    const inner = rootIn(outer);
    inner.innerHTML = IMG;
    grant(['social']);
    held.watch(outer);
    await expect.poll(() => liveIn(inner)).toBe(1);
  });

  it('F-53 fields of a form that are called so are none', async () => {
    place.innerHTML = `<form><input name="shadowRoot"><input name="shadowRoot"></form>
      <form><fieldset name="shadowRoot">${IMG}</fieldset></form>`;
    grant(['social']);
    expect(parsed).not.toThrow();
    await expect.poll(live).toBe(1);
  });
});

it('F-33 what is no shadow root is not watched, and stops nothing', async () => {
  expect(() => held.watch(null as unknown as ShadowRoot)).toThrow(TypeError);
  place.innerHTML = IMG;
  grant(['social']);
  await expect.poll(live).toBe(1);
  grant([]);
  await expect.poll(live).toBe(0);
});

it('what goes wrong while frames are told stops neither a withdrawal nor who asked for it', async () => {
  const told = vi.fn();
  held.onFrames(told);
  place.innerHTML = `${IMG}<iframe data-consent="social" data-src="x.html"></iframe>`;
  // Once one of them is near.
  await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
  grant(['social']);
  await expect.poll(live).toBe(1);
  const reported = new Promise((resolve) => {
    addEventListener(
      'unhandledrejection',
      (event) => {
        event.preventDefault();
        resolve(event.reason);
      },
      { once: true },
    );
  });
  held.onFrames(
    vi.fn().mockImplementationOnce(() => {
      throw new Error('a placeholder');
    }),
  );
  expect(() => grant([])).not.toThrow();
  await expect.poll(live).toBe(0);
  expect(await reported).toMatchObject({ message: 'a placeholder' });
  held.onFrames(() => undefined);
});
