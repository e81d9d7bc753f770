// What has the focus stays in sight of a person who goes through the page by keyboard.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bringFocusInView } from './focus-in-view.ts';
import { giveWay } from './give-way.ts';

let banner: HTMLElement;
let links: HTMLElement[];

let fetches = 0;
bringFocusInView(async () => {
  fetches += 1;
  return giveWay;
});

beforeEach(async () => {
  await page.viewport(800, 600);
  const host = document.createElement('s9-consent');
  banner = document.createElement('div');
  banner.className = 'banner';
  banner.style.cssText = 'position:fixed;inset:auto 0 0;block-size:300px';
  host.attachShadow({ mode: 'open' }).append(banner);
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
  const outer = banner.getBoundingClientRect();
  return inner.bottom > outer.top && inner.top < outer.bottom;
};

it('2.4.11 the banner does not hide what has the focus', async () => {
  for (const link of links.slice(0, -7)) {
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(link);
    expect(isCovered(link)).toBe(false);
  }
});

it('2.4.11 at the end of the page, where nothing is left to scroll, the banner gives way', async () => {
  for (const _link of links) await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(links.at(-1));
  expect(banner.getAttribute('data-aside')).toBe('across');
});

it('a pointer moves nothing', async () => {
  await userEvent.click(page.elementLocator(links[2] as HTMLElement));
  expect(banner.hasAttribute('data-aside')).toBe(false);
});

it('what makes room is fetched where a person goes by keyboard behind a banner, and not else', async () => {
  fetches = 0;
  await userEvent.click(page.elementLocator(links[2] as HTMLElement));
  expect(fetches).toBe(0);
  await userEvent.keyboard('{Tab}');
  expect(fetches).toBe(1);
  banner.remove();
  await userEvent.keyboard('{Tab}');
  expect(fetches).toBe(1);
});

/** Something larger than the window, at its place in the page, which has the focus as if by keyboard. */
function large(name: string): HTMLElement {
  const element = document.createElement(name);
  element.tabIndex = -1;
  element.style.cssText = 'display:block;block-size:1600px';
  links[10]?.parentElement?.before(element);
  return element;
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

async function focusByKeyboard(element: HTMLElement, options?: FocusOptions): Promise<void> {
  await userEvent.keyboard('{Shift}');
  element.focus({ ...options, focusVisible: true } as FocusOptions);
  await nextFrame();
}

it('2.4.11 the beginning of what is larger than the window is seen', async () => {
  for (const edge of ['inset:auto 0 0', 'inset:0 0 auto']) {
    banner.style.cssText = `position:fixed;${edge};block-size:300px`;
    const main = large('main');
    main.scrollIntoView();
    await focusByKeyboard(main);
    const { top, bottom } = banner.getBoundingClientRect();
    const start = main.getBoundingClientRect().top;
    expect(start >= 0 && start < innerHeight && (start >= bottom || start + 20 <= top)).toBe(true);
    main.remove();
  }
});

it('what a router focuses without a scroll stays where it is', async () => {
  const main = large('main');
  scrollTo(0, 400);
  await focusByKeyboard(main, { preventScroll: true });
  expect(scrollY).toBe(400);
});

it('a long text field stays where its text is, and under a pointer', async () => {
  const field = large('textarea');
  scrollTo(0, 900);
  await focusByKeyboard(field, { preventScroll: true });
  expect(scrollY).toBe(900);
  field.blur();
  await userEvent.click(page.elementLocator(field), { position: { x: 20, y: 500 } });
  await nextFrame();
  const before = scrollY;
  field.blur();
  await userEvent.click(page.elementLocator(field), { position: { x: 20, y: 500 } });
  await nextFrame();
  expect(scrollY).toBe(before);
  expect(banner.getAttribute('data-aside')).not.toBe('across');
});
