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
