// A placeholder takes the form that its frame has room for: nothing is cut, and what can be pressed can be hit and read.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlaceholderHost, Placeholders, Question } from '../../core/ask/ask.ts';
import { social9 } from '../../policies/social9/policy.ts';
import { createFrames } from '../../worded/frames.ts';

let shown: Placeholders;
let theme: Question['theme'];

beforeEach(() => {
  theme = 'light';
  const host = {
    question: () => ({ policy: social9, theme, look: 'standard' }),
    isFramed: () => false,
  } as unknown as PlaceholderHost;
  shown = createFrames(host, { createJudge: () => () => true, loadCover: async () => null });
});

afterEach(() => {
  shown.cover([]);
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  document.documentElement.removeAttribute('style');
});

function drawn(width: number, height: number, title = 'Film: four minutes at slack water') {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width, height, title });
  frame.style.border = '0';
  document.body.append(frame);
  const held = { missing: ['social', 'service:youtube'], hosts: ['www.youtube.com'] };
  shown.cover([{ element: frame, ...held }]);
  const root = frame.contentDocument?.querySelector('s9-placeholder')?.shadowRoot as ShadowRoot;
  return {
    root,
    visible: [...root.querySelectorAll<HTMLElement>('h2,p,button')].filter((each) =>
      each.checkVisibility(),
    ),
  };
}

const nameOf = (element: HTMLElement) => element.dataset['action'] ?? element.localName;
const FULL = ['h2', 'p', 'load-once', 'always-allow', 'choose'];
const LOW = ['h2', 'p', 'load-once', 'always-allow'];
const ONE = ['open'];

const SIZES = [
  [560, 315, FULL],
  [400, 600, FULL],
  [1200, 200, FULL],
  [600, 140, FULL],
  [320, 180, LOW],
  [300, 150, LOW],
  [220, 220, LOW],
  [280, 150, ONE],
  [100, 100, ONE],
  [1200, 100, ONE],
  [320, 50, ONE],
  [60, 44, ONE],
  [24, 24, ONE],
  [23, 200, []],
  [200, 23, []],
] as const;

const isIn = (element: Element, width: number, height: number) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
};

/** As it is drawn, in whichever space the colour is written. */
function luminance(color: string): number {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(element: HTMLElement): number {
  let ground: HTMLElement | null = element;
  const groundOf = () => getComputedStyle(ground as HTMLElement).backgroundColor;
  while (ground.parentElement && groundOf() === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  const [a, b] = [getComputedStyle(element).color, groundOf()].map(luminance) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test.for(SIZES)('%i × %i has %j, whole and in sight', ([width, height, form]) => {
  const { visible } = drawn(width, height);
  expect(visible.map(nameOf)).toEqual(form);
  for (const each of visible) expect(isIn(each, width, height), nameOf(each)).toBe(true);
});

test.for(SIZES)('%i × %i has targets of 44 px, or all there is', ([width, height]) => {
  for (const each of drawn(width, height).visible.filter(({ localName }) => localName[0] === 'b')) {
    const box = each.getBoundingClientRect();
    expect(box.height, nameOf(each)).toBeGreaterThanOrEqual(Math.min(44, height));
    expect(box.width, nameOf(each)).toBeGreaterThanOrEqual(Math.min(44, width));
  }
});

test.for([
  ['light', {}],
  ['dark', {}],
  ['light', { '--s9-surface': '#777', '--s9-accent': '#7a7a7a' }],
  ['dark', { '--s9-surface': 'transparent', '--s9-accent': 'gold' }],
  ['light', { '--s9-surface': 'color(display-p3 1 0 0)', '--s9-accent': '#fff1' }],
] as const)('words can be read, %s with %j', ([scheme, tokens]) => {
  theme = scheme;
  for (const [name, value] of Object.entries(tokens)) {
    document.documentElement.style.setProperty(name, value);
  }
  for (const [width, height, form] of SIZES) {
    if (form[0] === 'open' && width < 92) continue;
    for (const each of drawn(width, height).visible) {
      expect(contrastOf(each), `${nameOf(each)} of ${width} × ${height}`).toBeGreaterThan(4.49);
    }
  }
});

test.for([...SIZES, [200, 130, ONE], [300, 140, LOW], [560, 140, FULL]] as const)(
  '%i × %i with long words scrolls, both answers in sight',
  ([width, height]) => {
    const title = `${'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4)} ${'شاهد '.repeat(9)}`;
    const { root, visible } = drawn(width, height, title);
    for (const box of root.querySelectorAll('.s9, .placeholder')) {
      expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
      const canScroll = getComputedStyle(box).overflowY === 'auto';
      if (!canScroll) expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight);
    }
    for (const each of visible) {
      if (!/load-once|always/.test(nameOf(each))) continue;
      expect(isIn(each, width, height), nameOf(each)).toBe(true);
    }
  },
);

test('what is one control is called by its words, a mark alone too', () => {
  const [one] = drawn(60, 44).visible;
  expect(one?.textContent).toBe('Load from YouTube');
  expect(one?.title).toBe('Load from YouTube');
  expect(one?.ariaHasPopup).toBe('dialog');
});
