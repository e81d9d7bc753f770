// What has the focus stays in sight of a person who goes through the page by keyboard.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepClear } from './keep-clear.ts';

let notice: HTMLElement;
let links: HTMLElement[];

keepClear();

beforeEach(async () => {
  await page.viewport(800, 600);
  const host = document.createElement('s9-consent');
  notice = document.createElement('div');
  notice.className = 'notice';
  notice.style.cssText = 'position:fixed;inset:auto 0 0;block-size:300px';
  host.attachShadow({ mode: 'open' }).append(notice);
  const lines = Array.from({ length: 30 }, () => document.createElement('div'));
  links = lines.map((line) => {
    line.style.blockSize = '60px';
    return line.appendChild(document.createElement('button'));
  });
  document.body.append(host, ...lines);
});

afterEach(() => document.body.replaceChildren());

const isCovered = (element: Element): boolean => {
  const inner = element.getBoundingClientRect();
  const outer = notice.getBoundingClientRect();
  return inner.bottom > outer.top && inner.top < outer.bottom;
};

it('2.4.11 the notice does not hide what has the focus', async () => {
  for (const link of links.slice(0, -7)) {
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(link);
    expect(isCovered(link)).toBe(false);
  }
});

it('2.4.11 at the end of the page, where nothing is left to scroll, the notice gives way', async () => {
  for (const _link of links) await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(links.at(-1));
  expect(notice.getAttribute('data-aside')).toBe('across');
});

it('a pointer moves nothing', async () => {
  await userEvent.click(page.elementLocator(links[2] as HTMLElement));
  expect(notice.hasAttribute('data-aside')).toBe(false);
});
