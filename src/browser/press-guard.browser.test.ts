// Whether a press can have been meant: each trick alone, by pointer and by keyboard.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFair, watchControls } from './press-guard.ts';

const REST_MS = 500;

let host: HTMLElement;
let control: HTMLElement;
let outer: HTMLElement;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeEach(async () => {
  outer = document.createElement('div');
  host = outer.appendChild(document.createElement('s9-consent'));
  host.style.cssText = 'position:fixed;left:20px;top:20px;display:block';
  const root = host.attachShadow({ mode: 'open' });
  control = root.appendChild(document.createElement('button'));
  control.dataset['action'] = 'accept';
  control.textContent = 'Accept all';
  document.body.append(outer);
  watchControls();
  await wait(REST_MS + 100);
});
afterEach(() => {
  outer.remove();
  for (const each of document.querySelectorAll('.cover')) each.remove();
});

const byPointer = () => isFair(control, true);
const byKeyboard = () => isFair(control, false);

function cover(css: string): void {
  const element = document.createElement('div');
  element.className = 'cover';
  element.style.cssText = `position:fixed;background:#fff;${css}`;
  document.body.append(element);
}

it('F-45 a press on what rested in view is meant', () => {
  expect([byPointer(), byKeyboard()]).toEqual([true, true]);
});

it('F-45 what has only just come or moved is not, until it has rested; the keyboard need not wait', async () => {
  host.style.left = '60px';
  expect([byPointer(), byKeyboard()]).toEqual([false, true]);
  await wait(REST_MS - 200);
  expect(byPointer()).toBe(false);
  await wait(400);
  expect(byPointer()).toBe(true);
});

it.each<[string, () => void]>([
  ['its opacity', () => void (control.style.opacity = '0.4')],
  ['the opacity of what it stands in', () => void (host.style.opacity = '0.4')],
  [
    'that of the page and its own, multiplied',
    () => {
      outer.style.opacity = '0.7';
      control.style.opacity = '0.7';
    },
  ],
  ['its visibility', () => void (outer.style.visibility = 'hidden')],
])('F-45 F-46 what cannot be seen by %s is not, by keyboard neither', (_what, hide) => {
  hide();
  expect([byPointer(), byKeyboard()]).toEqual([false, false]);
});

it.each([
  ['wholly', 'inset:0'],
  ['wholly, by what lets presses through', 'inset:0;pointer-events:none'],
  ['at its left edge', 'left:0;top:0;width:30px;height:100px'],
  ['but for its left half', 'left:55px;top:0;width:200px;height:100px'],
] as const)('F-45 what is covered %s is not', (_what, css) => {
  cover(css);
  expect(byPointer()).toBe(false);
});

it('F-45 what covers another place does not matter, and the page is left as it was', () => {
  const before = [...document.adoptedStyleSheets];
  cover('left:300px;top:300px;width:50px;height:50px;pointer-events:none');
  expect(byPointer()).toBe(true);
  expect(document.adoptedStyleSheets).toEqual(before);
});
