// What templates hold has a file of its own: until that has come, what stands after them waits as well.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeHeld, log, ran, script } from '../fakes.ts';
import { type CreatePlaces, createPlaces } from './places.ts';

/** Files that were asked for, each with how to let it come. */
const asked: ((file: CreatePlaces | null) => void)[] = [];
const { grant } = fakeHeld('', () => new Promise((resolve) => asked.push(resolve)));
let place: HTMLElement;

const image = '<img data-consent="social" data-src="x.png">';
const addresses = () => [...place.querySelectorAll('img')].map((each) => each.getAttribute('src'));

beforeEach(() => {
  globalThis.ran = [];
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
});

it('what a template holds comes before what stands after it, and a no waits for no file', async () => {
  place.append(
    document
      .createRange()
      .createContextualFragment(
        image +
          script('social', log('before')) +
          `<template data-consent="social"><script>${log('held')}</script></template>` +
          script('social', log('after')) +
          image,
      ),
  );
  grant(['social']);
  await expect.poll(() => asked.length).toBe(1);
  expect(ran()).toEqual(['before']);
  expect(addresses()).toEqual(['x.png', null]);
  grant([]);
  await expect.poll(addresses).toEqual([null, null]);
  grant(['social']);
  await expect.poll(addresses).toEqual(['x.png', null]);
  asked[0]?.(createPlaces);
  await expect.poll(addresses).toEqual(['x.png', 'x.png']);
  expect(ran()).toEqual(['before', 'held', 'after']);
  expect(asked).toHaveLength(1);
});
