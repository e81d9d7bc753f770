import { afterEach, expect, it } from 'vitest';
import { layOver } from './cover.ts';

const place = document.body.appendChild(document.createElement('main'));
afterEach(() => place.replaceChildren());

it('F-53 lies over a frame in a form, whatever the fields of that are called', () => {
  const fields = ['assignedSlot', 'parentElement', 'getRootNode', 'getBoundingClientRect']
    .map((name) => `<input name="${name}">`)
    .join('');
  place.innerHTML = `<form style="overflow:hidden">${fields}<iframe sandbox></iframe></form>`;
  const frame = place.querySelector('iframe') as HTMLIFrameElement;
  const takeOff = layOver(document.createElement('p'), frame);
  const cover = document.querySelector('s9-cover') as HTMLElement;
  expect(cover.getBoundingClientRect().width).toBe(frame.getBoundingClientRect().width);
  takeOff();
  expect(cover.isConnected).toBe(false);
});

it.each(['zoom: 2', 'zoom: 0.6', 'zoom: 3', 'transform: scale(0.8); transform-origin: 0 0'])(
  'lies over a frame where the page has its root in %s',
  async (style) => {
    place.innerHTML = '<iframe sandbox width="400" height="220"></iframe>';
    document.documentElement.style.cssText = style;
    const frame = place.querySelector('iframe') as HTMLIFrameElement;
    const takeOff = layOver(document.createElement('p'), frame);
    const cover = document.querySelector('s9-cover') as HTMLElement;
    const sides = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return [left, top, right, bottom].map(Math.round);
    };
    await expect.poll(() => sides(cover)).toEqual(sides(frame));
    // And stays there.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(sides(cover)).toEqual(sides(frame));
    takeOff();
    document.documentElement.style.cssText = '';
  },
);
