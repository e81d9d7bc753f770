import { afterEach, expect, it } from 'vitest';
import { createNear } from './near.ts';

afterEach(() => document.body.replaceChildren());

function started() {
  let told = 0;
  const isNear = createNear(() => told++);
  return { isNear, told: () => told };
}

/** So many screens below what is in view. */
function frameAt(screens: number): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = `display: block; margin-block-start: ${screens * 100}vh`;
  document.body.append(frame);
  return frame;
}

/** An observer made now has been told of what it sees when this resolves, and so has every one made before it. */
const looked = (frame: Element) =>
  new Promise((resolve) => new IntersectionObserver(resolve).observe(frame));

const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key }));

it('a frame in view is near, and what comes later with it', async () => {
  const { isNear, told } = started();
  expect(isNear([frameAt(0)])).toBe(false);
  await expect.poll(told).toBe(1);
  expect(isNear([frameAt(9)])).toBe(true);
  expect(told()).toBe(1);
});

it('a frame far down is not, until somebody comes near', async () => {
  const { isNear, told } = started();
  const frame = frameAt(9);
  isNear([frame]);
  await looked(frame);
  expect([told(), isNear([frame])]).toEqual([0, false]);
  frame.scrollIntoView();
  await expect.poll(told).toBe(1);
  expect(isNear([frame])).toBe(true);
});

it('one that is not shown is not, until it is', async () => {
  const { isNear, told } = started();
  const frame = frameAt(0);
  frame.style.display = 'none';
  isNear([frame]);
  await looked(frame);
  expect(told()).toBe(0);
  frame.style.display = '';
  await expect.poll(told).toBe(1);
});

it('the keyboard brings it near wherever it is, once', () => {
  const { isNear, told } = started();
  isNear([frameAt(9)]);
  press('a');
  expect(told()).toBe(0);
  press('Tab');
  press('Tab');
  expect(told()).toBe(1);
  expect(isNear([])).toBe(true);
});
