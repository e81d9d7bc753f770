// Every way an element can come to stand elsewhere is told, and nothing else is.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onMove } from './moves.ts';

let outer: HTMLElement;
let element: HTMLElement;
const told = vi.fn();

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Until what observers tell at first has been told: a few frames without a call. */
async function stands(): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet++) {
    told.mockClear();
    await frame();
    if (told.mock.calls.length > 0) quiet = 0;
  }
}

beforeEach(async () => {
  outer = document.body.appendChild(document.createElement('div'));
  element = outer.appendChild(document.createElement('button'));
  element.style.cssText = 'position:fixed;left:20px;top:30.5px;width:80px;height:40px';
  told.mockReset();
  onMove(element, told);
  await stands();
});
afterEach(() => {
  outer.remove();
  document.documentElement.scrollTop = 0;
});

it.each<[string, () => void]>([
  ['to the right', () => void (element.style.left = '60px')],
  ['by a few pixels', () => void (element.style.left = '23px')],
  ['up', () => void (element.style.top = '0')],
  ['by a transform of what it stands in', () => void (outer.style.transform = 'translateY(9px)')],
  ['out of the window', () => void (element.style.left = '-999px')],
  ['by growing', () => void (element.style.width = '120px')],
  ['by shrinking', () => void (element.style.height = '20px')],
  ['by going', () => void (element.style.display = 'none')],
])('F-45 it moves %s', async (_how, move) => {
  move();
  await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
});

it('F-45 it moves with the page that is scrolled, and again', async () => {
  outer.style.cssText = 'height:9000px';
  element.style.position = 'absolute';
  await stands();
  for (const top of [20, 50]) {
    document.documentElement.scrollTop = top;
    await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
    await stands();
  }
});

it('F-45 what is cut off moves too', async () => {
  outer.style.cssText = 'position:fixed;left:0;top:0;width:60px;height:200px;overflow:hidden';
  element.style.position = 'absolute';
  await stands();
  element.style.top = '60px';
  await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
});

it('F-45 in a frame it moves with that', async () => {
  const around = outer.appendChild(document.createElement('iframe'));
  around.style.cssText = 'position:fixed;left:100px;top:100px';
  const inside = around.contentDocument?.body.appendChild(document.createElement('p'));
  onMove(inside as HTMLElement, told);
  await stands();
  around.style.left = '120px';
  await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
});

it('nothing runs while it stands still, whatever else of the page moves', async () => {
  const made = vi.spyOn(globalThis, 'IntersectionObserver');
  const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const other = outer.appendChild(document.createElement('p'));
  other.style.cssText = 'position:fixed;left:0;top:0';
  for (let at = 0; at < 10; at++) {
    other.style.left = `${at}px`;
    await frame();
  }
  expect([told, made, asked].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  vi.restoreAllMocks();
});
