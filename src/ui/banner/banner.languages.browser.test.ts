// Every language on the narrowest phones: nothing runs out, nothing is cut off, and the two answers are one size.
import { locales } from 'virtual:s9/translations';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Question } from '../../core/ask/ask.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { wordedPolicy } from '../../core/policy/worded.ts';
import type { Translation } from '../../locales/locale.ts';
import terms from '../../policies/social9/terms.json';
import { createAsk } from '../ask.ts';
import { questionOf } from '../fakes.ts';

/** Of a window of 360 × 640, in percent. */
const MOST = 45;

/** In pixels: a label as wide as this stands in one line on a phone of 360, beside another and the way to choose. */
const ONE_LINE = 98;

const policy = {
  ...(terms as PolicyTerms),
  controller: { name: 'The Daily Example', contact: 'post@daily.example', privacyUrl: '/privacy' },
};

let root: ShadowRoot;

function draw(locale: Translation): HTMLElement {
  root.replaceChildren();
  createAsk(root, {
    host: {
      question: () => questionOf({ policy: policy as Question['policy'], layout: 'bar' }),
      answer: () => undefined,
      viewed: () => undefined,
      isFramed: () => false,
      refused: () => undefined,
    },
    isFair: () => true,
    locale,
    policyOf: (given) => wordedPolicy(given, locale.policy),
    consent: {
      receipt: () => Promise.resolve(null),
      export: () => Promise.resolve(null),
      erase: () => Promise.resolve(null),
      withdraw: () => Promise.resolve(),
    },
    loadSecondLayer: async () => null,
  }).show('banner');
  return root.querySelector('.banner') as HTMLElement;
}

/** What is wider than its place, or cut off in it. */
const outOf = (banner: HTMLElement): string[] =>
  [banner, ...banner.querySelectorAll<HTMLElement>('*')]
    .filter(
      (each) =>
        !each.matches('.unseen') &&
        each.clientWidth > 0 &&
        (each.scrollWidth > each.clientWidth + 1 ||
          getComputedStyle(each).textOverflow === 'ellipsis'),
    )
    .map((each) => each.outerHTML);

/** Words that stand higher than the control they are on. */
const cutOff = (banner: HTMLElement): string[] =>
  [...banner.querySelectorAll('button')]
    .filter((each) => each.scrollHeight > each.clientHeight + 1)
    .map(({ textContent }) => textContent);

/** In how many lines the words of a control stand, and how wide they are in one. */
function wordsOf(banner: HTMLElement, action: string): { lines: number; width: number } {
  const words = document.createRange();
  words.selectNodeContents(banner.querySelector(`[data-action=${action}]`) as HTMLElement);
  const lines = [...words.getClientRects()];
  return {
    lines: new Set(lines.map(({ top }) => Math.round(top))).size,
    width: lines.reduce((sum, { width }) => sum + width, 0),
  };
}

const sizeOf = (banner: HTMLElement, action: string): DOMRect =>
  (banner.querySelector(`[data-action=${action}]`) as HTMLElement).getBoundingClientRect();

/** Browsers lay out in parts of a pixel: one of two tracks alike has the part that is left. */
function expectAlike(banner: HTMLElement): void {
  const [yes, no] = [sizeOf(banner, 'accept'), sizeOf(banner, 'reject')];
  expect(Math.abs(yes.width - no.width)).toBeLessThan(0.1);
  expect(yes.height).toBe(no.height);
}

beforeEach(() => {
  const element = document.body.appendChild(document.createElement('s9-consent'));
  root = element.attachShadow({ mode: 'open' });
});
afterEach(() => root.host.remove());

test.for(Object.keys(locales))(
  'L-15 L-24 %s on phones of 320 and 360 pixels',
  async (tag, { annotate }) => {
    const words = (await locales[tag]?.())?.default as Translation;
    for (const width of [320, 360]) {
      await page.viewport(width, 640);
      const banner = draw(words);
      expect(banner.parentElement?.dir).toBe(words.dir);
      expectAlike(banner);
      expect(cutOff(banner)).toEqual([]);
      // However short its word.
      const choose = banner.querySelector('[data-action=choose]')?.getBoundingClientRect();
      expect(choose?.width).toBeGreaterThanOrEqual(44);
      const { height } = banner.getBoundingClientRect();
      for (const row of banner.querySelectorAll('details')) row.open = true;
      expect(outOf(banner)).toEqual([]);
      if (width === 320) continue;
      const covered = (100 * height) / innerHeight;
      await annotate(`${tag} covers ${covered.toFixed(1)} % of 360 × 640`);
      expect(covered).toBeGreaterThan(5);
      expect(covered).toBeLessThanOrEqual(MOST);
    }
  },
);

test.for(Object.keys(locales))(
  'L-15 %s: neither answer wraps where the other does not',
  async (tag) => {
    const words = (await locales[tag]?.())?.default as Translation;
    for (const width of [360, 375, 390, 412, 900, 1280]) {
      await page.viewport(width, 640);
      const banner = draw(words);
      const [yes, no] = [wordsOf(banner, 'accept'), wordsOf(banner, 'reject')];
      const isShort = Math.max(yes.width, no.width) <= ONE_LINE;
      if (isShort || width >= 900) {
        expect([yes.lines, no.lines], `lines at ${width}`).toEqual([1, 1]);
      }
      expectAlike(banner);
    }
  },
);

/** Words in Korean that stand in more than one line. */
function brokenIn(banner: HTMLElement): string[] {
  const walk = document.createTreeWalker(banner, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    for (const { 0: word, index } of text.data.matchAll(/[가-힣]+/g)) {
      const at = document.createRange();
      at.setStart(text, index);
      at.setEnd(text, index + word.length);
      const lines = new Set([...at.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}

test('L-24 Korean is broken between its words alone', async () => {
  const words = (await locales['ko']?.())?.default as Translation;
  for (const width of [300, 310, 330, 340, 370, 380, 390]) {
    await page.viewport(width, 640);
    const banner = draw(words);
    for (const row of banner.querySelectorAll('details')) row.open = true;
    expect(brokenIn(banner), `at ${width}`).toEqual([]);
  }
});
