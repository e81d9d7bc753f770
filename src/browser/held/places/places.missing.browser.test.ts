// Where the file for what templates hold is not to be had, they stay held, and nothing else.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeHeld, log, ran, script } from '../fakes.ts';
import { type CreatePlaces, createPlaces } from './places.ts';

/** Files that were asked for, each with how to let it come. */
const asked: ((file: CreatePlaces | null) => void)[] = [];
const { grant } = fakeHeld('', () => new Promise((resolve) => asked.push(resolve)));
let place: HTMLElement;

const template = (text: string) => `<template data-consent="social"><b>${text}</b></template>`;
const placed = () => [...place.querySelectorAll('b')].map(({ textContent }) => textContent);

beforeEach(() => {
  globalThis.ran = [];
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
});

it('F-34 a missing file leaves held what templates hold, and nothing else', async () => {
  place.innerHTML =
    script('social', log('before')) + template('0') + script('social', log('after'));
  grant(['social']);
  await expect.poll(() => asked.length).toBe(1);
  expect(ran()).toEqual(['before']);
  asked[0]?.(null);
  await expect.poll(ran).toEqual(['before', 'after']);
  expect(placed()).toEqual([]);
  // The next need tries again, and nobody waits for that.
  place.insertAdjacentHTML('beforeend', template('1') + script('social', log('last')));
  await expect.poll(() => asked.length).toBe(2);
  await expect.poll(ran).toEqual(['before', 'after', 'last']);
  asked[1]?.(createPlaces);
  await expect.poll(placed).toEqual(['0', '1']);
  expect(asked).toHaveLength(2);
});
