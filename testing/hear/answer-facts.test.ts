import { expect, it } from 'vitest';
import { answerTo, nearShop, SHOP, TRACKER } from '../fakes.ts';
import { factsInAnswer } from './answer-facts.ts';

const SETS = { name: 'set-cookie', value: 'id=1' };
const HINTS = { name: 'link', value: `<${TRACKER}>; rel=preconnect, </own.js>; rel=preload` };
const near = nearShop();

it('finds a cookie that any answer sets', async () => {
  const pixel = answerTo({ url: `${TRACKER}/a.svg`, type: 'image' }, [SETS]);
  expect(await factsInAnswer(pixel, near)).toEqual([
    {
      kind: 'cookie',
      name: 'id',
      url: 'https://tracker.example/a.svg',
      by: 'the answer of https://tracker.example/a.svg',
    },
  ]);
});

it('finds whom the headers of a page of the site speak to, but for the site itself', async () => {
  const page = answerTo({ url: SHOP, isNavigation: true }, [HINTS]);
  expect(await factsInAnswer(page, near)).toMatchObject([{ kind: 'hint', url: `${TRACKER}/` }]);
});

it('leaves alone the headers of what is no page, and of pages of others', async () => {
  const image = answerTo({ url: `${SHOP}a.svg`, type: 'image' }, [HINTS]);
  const frame = answerTo({ url: `${TRACKER}/frame`, isNavigation: true }, [HINTS]);
  expect(await factsInAnswer(image, near)).toEqual([]);
  expect(await factsInAnswer(frame, near)).toEqual([]);
});
