// How much of the window the banner takes in the longest languages, and that nothing of it runs out there.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Question } from '../../core/ask/ask.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { wordedPolicy } from '../../core/policy/worded.ts';
import ar from '../../locales/ar.json';
import de from '../../locales/de.json';
import el from '../../locales/el.json';
import fi from '../../locales/fi.json';
import terms from '../../policies/social9/terms.json';
import { createAsk } from '../ask.ts';
import { questionOf } from '../fakes.ts';
import type { BannerLocale } from './locale.ts';

const LANGUAGES = { de, fi, ar, el };

/** Of the window, in percent, in any language. */
const SCREENS = [
  { width: 390, height: 844, layout: 'bar', most: 30 },
  { width: 844, height: 390, layout: 'bar', most: 45 },
  { width: 320, height: 256, layout: 'bar', most: 60 },
  { width: 1280, height: 800, layout: 'bar', most: 14 },
] as const;

const policy = {
  ...(terms as PolicyTerms),
  controller: { name: 'The Daily Example', contact: 'post@daily.example', privacyUrl: '/privacy' },
};

let root: ShadowRoot;

function draw(words: (typeof LANGUAGES)[keyof typeof LANGUAGES], layout: Question['layout']): void {
  createAsk(root, {
    host: {
      question: () => questionOf({ policy: policy as Question['policy'], layout }),
      answer: () => undefined,
      viewed: () => undefined,
      isFramed: () => false,
      refused: () => undefined,
    },
    isFair: () => true,
    locale: words as unknown as BannerLocale,
    policyOf: (given) => wordedPolicy(given, words.policy),
    consent: {
      receipt: () => Promise.resolve(null),
      export: () => Promise.resolve(null),
      erase: () => Promise.resolve(null),
      withdraw: () => Promise.resolve(),
    },
    loadSecondLayer: async () => null,
  }).show('banner');
}

const drawn = () => root.querySelector('.banner') as HTMLElement;

beforeEach(() => {
  const element = document.body.appendChild(document.createElement('s9-consent'));
  root = element.attachShadow({ mode: 'open' });
});
afterEach(() => root.host.remove());

describe.for(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('in %s', (language) => {
  test.for(SCREENS)('$width × $height: $most % at the most', async ({ layout, most, ...size }) => {
    await page.viewport(size.width, size.height);
    draw(LANGUAGES[language], layout);
    const { width, height } = drawn().getBoundingClientRect();
    const covered = (100 * width * height) / (innerWidth * innerHeight);
    expect(covered).toBeGreaterThan(5);
    expect(covered).toBeLessThanOrEqual(most + 0.05);
  });

  test.for(SCREENS)('$width × $height: no word runs out', async ({ layout, ...size }) => {
    await page.viewport(size.width, size.height);
    draw(LANGUAGES[language], layout);
    for (const row of root.querySelectorAll('details')) row.open = true;
    const out = [...drawn().querySelectorAll<HTMLElement>('*')].filter(
      (each) => !each.matches('.unseen') && each.scrollWidth > each.clientWidth + 1,
    );
    expect(out.filter(({ clientWidth }) => clientWidth > 0).map((each) => each.outerHTML)).toEqual(
      [],
    );
  });

  test('390 × 844: all of it is in sight, and nothing scrolls', async () => {
    await page.viewport(390, 844);
    draw(LANGUAGES[language], 'bar');
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = root.querySelector(
      '.text',
    ) as HTMLElement;
    expect([scrollHeight, scrollWidth]).toEqual([clientHeight, clientWidth]);
  });

  test.for(['bar', 'box', 'dialog'] as const)('2.5.5 %s: targets of 44 pixels', async (layout) => {
    for (const width of [320, 390, 1280]) {
      await page.viewport(width, 800);
      root.replaceChildren();
      draw(LANGUAGES[language], layout);
      const small = [...drawn().querySelectorAll('button, summary')].filter((each) => {
        const target = each.getBoundingClientRect();
        return target.height < 44 || target.width < 44;
      });
      expect(small.map((each) => `${width}: ${each.textContent}`)).toEqual([]);
    }
  });
});
