// Room behind the end of the page: nothing moves, and nothing is left of it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRoom } from './room.ts';

const scrolls = () => document.documentElement.scrollHeight;

let root: ShadowRoot;
let box: HTMLElement;
let banner: HTMLElement;
let keepRoom: ReturnType<typeof createRoom>;

beforeEach(() => {
  const host = document.createElement('s9-consent');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  box = root.appendChild(document.createElement('div'));
  box.style.position = 'absolute';
  banner = box.appendChild(document.createElement('section'));
  banner.style.cssText = 'position:fixed;inset:auto 0 0;height:150px';
  keepRoom = createRoom(root, box);
  document.body.style.height = '3000px';
});

afterEach(() => {
  keepRoom(null);
  root.host.remove();
  document.body.removeAttribute('style');
});

test.for(['', 'position:relative;top:40px', 'transform:translateY(30px)', 'display:grid;gap:90px'])(
  'the page can be scrolled by as much as the banner covers, body %j',
  ([style]) => {
    document.body.style.cssText += style;
    const before = scrolls();
    const top = document.body.getBoundingClientRect().top;
    keepRoom(banner);
    expect(scrolls() - before).toBe(150);
    expect(document.body.getBoundingClientRect().top).toBe(top);
    keepRoom(null);
    expect(scrolls()).toBe(before);
  },
);

test('a page that grows keeps it behind its end', async () => {
  keepRoom(banner);
  document.body.style.height = '5000px';
  const end = () => document.body.getBoundingClientRect().bottom + scrollY;
  await expect.poll(() => scrolls() - end()).toBeGreaterThanOrEqual(150);
  keepRoom(null);
  await expect.poll(() => scrolls() - end()).toBeLessThan(150);
});

test.for<[string, string]>([
  ['at the other end of the window', 'inset:0 0 auto'],
  ['in the middle of it', 'inset:40% 30%'],
])('a banner %s needs none', ([, place]) => {
  banner.style.cssText = `position:fixed;height:150px;${place}`;
  const before = scrolls();
  keepRoom(banner);
  expect(scrolls()).toBe(before);
});

test('where a scroll bar would come and move the page there is none', () => {
  document.body.style.cssText = 'min-height:0;margin:0;height:100vh';
  const before = scrolls();
  // As wide as there is room for, until something can be scrolled.
  Object.defineProperty(document.documentElement, 'clientWidth', {
    configurable: true,
    get: () => (scrolls() > innerHeight ? 85 : 100),
  });
  keepRoom(banner);
  Reflect.deleteProperty(document.documentElement, 'clientWidth');
  expect(scrolls()).toBe(before);
});

test('a page that ends above it needs none', () => {
  document.body.style.cssText = 'min-height:0;height:20px';
  const before = scrolls();
  keepRoom(banner);
  expect(scrolls()).toBe(before);
});

test('L-14 what has just been measured is not measured anew when its watch begins', async () => {
  const write = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
  keepRoom(banner);
  const written = write.mock.calls.length;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  expect(write.mock.calls.length).toBe(written);
  banner.style.height = '170px';
  await expect.poll(() => write.mock.calls.length).toBeGreaterThan(written);
  write.mockRestore();
});
