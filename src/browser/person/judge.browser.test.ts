// Whether a press can have been meant: each trick alone, by pointer and by keyboard.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IsFair } from '../../core/ask/press.ts';
import { createJudge } from './judge.ts';

const REST_MS = 500;

let host: HTMLElement;
let control: HTMLElement;
let outer: HTMLElement;
let isFair: IsFair;

/** By the judge's own clock, so that no machine is too slow or too fast. */
const rest = (ms = REST_MS + 100) => void vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  outer = document.createElement('div');
  host = outer.appendChild(document.createElement('s9-consent'));
  host.style.cssText = 'position:fixed;left:20px;top:20px;display:block';
  const root = host.attachShadow({ mode: 'open' });
  control = root.appendChild(document.createElement('button'));
  control.dataset['action'] = 'accept';
  control.textContent = 'Accept all';
  document.body.append(outer);
  isFair = createJudge();
  rest();
});
afterEach(() => {
  vi.useRealTimers();
  outer.remove();
  document.adoptedStyleSheets = [];
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

it('F-45 what has only just come or moved is not, until it has rested; the keyboard need not wait', () => {
  host.style.left = '60px';
  expect([byPointer(), byKeyboard()]).toEqual([false, true]);
  rest(REST_MS - 1);
  expect(byPointer()).toBe(false);
  rest(1);
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

it.each([
  ['a rule of more weight', 'html body .cover{inset:0;pointer-events:none!important}'],
  ['words', '.cover::after{content:"Play";position:fixed;inset:0;pointer-events:none}'],
])('F-45 nor is what is covered by what lets presses through, by %s', (_what, css) => {
  cover('');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  expect(byPointer()).toBe(false);
});

it('F-45 while a picture of the page stands over all of it nothing is seen, by keyboard neither', async () => {
  const transition = document.startViewTransition(() => undefined);
  await transition.ready;
  expect([byPointer(), byKeyboard()]).toEqual([false, false]);
  transition.skipTransition();
  await transition.finished;
  expect([byPointer(), byKeyboard()]).toEqual([true, true]);
});

it('F-45 what covers another place does not matter, and the page is left as it was', () => {
  const before = [...document.adoptedStyleSheets];
  cover('left:300px;top:300px;width:50px;height:50px;pointer-events:none');
  expect(byPointer()).toBe(true);
  expect(document.adoptedStyleSheets).toEqual(before);
});

describe('of a control that stands above all else of the page', () => {
  /** How often a sheet was laid over the page. */
  let sheets: number;

  beforeEach(() => {
    const section = document.createElement('section');
    section.popover = 'manual';
    section.style.inset = '20px auto auto 20px';
    control.replaceWith(section);
    section.append(control);
    section.showPopover();
    rest();
    expect(byPointer()).toBe(false);
    rest();
    sheets = 0;
    vi.spyOn(Document.prototype, 'adoptedStyleSheets', 'set').mockImplementation(
      () => void sheets++,
    );
  });
  afterEach(() => void vi.restoreAllMocks());

  it('F-45 a press is meant, and no element of the page is styled anew for it', () => {
    cover('inset:0;pointer-events:none');
    expect([byPointer(), sheets]).toEqual([true, 0]);
  });

  it('F-45 what the page has put there too is looked at', () => {
    const layer = document.body.appendChild(document.createElement('div'));
    layer.className = 'cover';
    layer.popover = 'manual';
    layer.showPopover();
    byPointer();
    expect(sheets).toBe(2);
  });

  it('F-45 what lets presses through, above it, is a cover', () => {
    vi.restoreAllMocks();
    const layer = document.body.appendChild(document.createElement('div'));
    layer.className = 'cover';
    layer.popover = 'manual';
    layer.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;pointer-events:none';
    layer.showPopover();
    expect([byPointer(), byKeyboard()]).toEqual([false, true]);
  });
});

describe('of a control that is drawn inside a frame', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    frame = document.createElement('iframe');
    frame.style.cssText = 'position:fixed;left:20px;top:90px;width:300px;height:150px';
    outer.append(frame);
    const inside = frame.contentDocument as Document;
    const drawn = inside.documentElement.appendChild(document.createElement('s9-placeholder'));
    drawn.style.cssText = 'position:fixed;inset:0';
    control = drawn.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'));
    control.dataset['action'] = 'load-once';
    control.textContent = 'Load once';
    isFair = createJudge(() => [drawn]);
    rest();
  });

  it('F-45 a press on what rested in view is meant, on a frame that is scaled too', () => {
    expect([byPointer(), byKeyboard()]).toEqual([true, true]);
    frame.style.transform = 'scale(0.5)';
    expect(byPointer()).toBe(false);
    rest();
    expect(byPointer()).toBe(true);
  });

  it('F-45 a frame that has only just moved has not rested', () => {
    frame.style.left = '60px';
    expect([byPointer(), byKeyboard()]).toEqual([false, true]);
  });

  it.each<[string, () => void]>([
    ['the opacity of its frame', () => void (frame.style.opacity = '0.4')],
    ['the opacity of what the frame stands in', () => void (outer.style.opacity = '0.4')],
    ['the visibility of its frame', () => void (frame.style.visibility = 'hidden')],
  ])('F-45 F-46 what cannot be seen by %s is not, by keyboard neither', (_what, hide) => {
    hide();
    expect([byPointer(), byKeyboard()]).toEqual([false, false]);
  });

  it.each([
    ['grayscale(1) sepia(0.2)', true],
    ['invert(1) hue-rotate(180deg)', true],
    ['brightness(0.9) drop-shadow(0 0 9px #000)', true],
    ['invert(0.5)', false],
    ['brightness(0)', false],
    ['blur(20px)', false],
    ['url(#nothing)', false],
  ])('F-45 by a page whose filter is %s it is seen: %s', (filter, isSeen) => {
    outer.style.filter = filter;
    expect([byPointer(), byKeyboard()]).toEqual([isSeen, isSeen]);
  });

  it('F-45 what the page covers is not', () => {
    cover('left:0;top:60px;width:400px;height:300px;pointer-events:none');
    expect([byPointer(), byKeyboard()]).toEqual([false, true]);
  });
});

it('F-45 what a form around it is called by its fields does not matter', () => {
  const form = document.body.appendChild(document.createElement('form'));
  form.innerHTML = '<input name="parentElement"><input name="matches"><input name="getRootNode">';
  form.append(outer);
  rest();
  expect([byPointer(), byKeyboard()]).toEqual([true, true]);
  form.remove();
});

const frames = async (): Promise<void> => {
  for (let at = 0; at < 5; at++) await new Promise(requestAnimationFrame);
};

it('F-45 what went away and came back between two presses has not rested', async () => {
  await frames();
  rest();
  expect(byPointer()).toBe(true);
  host.style.left = '90px';
  await frames();
  host.style.left = '20px';
  await frames();
  expect(byPointer()).toBe(false);
  rest();
  expect(byPointer()).toBe(true);
});

it('F-45 what left the window and came back has not rested', async () => {
  await frames();
  rest();
  host.style.left = '-9999px';
  await frames();
  host.style.left = '20px';
  await frames();
  expect(byPointer()).toBe(false);
});

it('no timer runs, whether a control is shown or not', () => {
  vi.useFakeTimers();
  const judge = createJudge();
  judge.watch();
  expect(vi.getTimerCount()).toBe(0);
  control.remove();
  judge.watch();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
