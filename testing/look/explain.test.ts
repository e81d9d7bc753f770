import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { entriesIn, heard, kept, SILENCE, TRACKER } from '../fakes.ts';
import { explain } from './explain.ts';

const pixel = heard({ url: `${TRACKER}/a.svg`, type: 'image' });

/** Frames that know these elements, or are being replaced. */
function pageWith(...frames: (Record<string, string> | Error)[]) {
  const asked: unknown[] = [];
  const frameOf = (elements: Record<string, string> | Error) => ({
    evaluate: (_script: unknown, wanted: unknown) => {
      asked.push(wanted);
      return elements instanceof Error ? Promise.reject(elements) : Promise.resolve(elements);
    },
  });
  return { page: { frames: () => frames.map(frameOf) } as unknown as Page, asked };
}

const byOf = async (page: Page, initiator?: string) => {
  const devtools = initiator === undefined ? null : { initiatorOf: () => initiator };
  const [entry] = await explain(entriesIn(SILENCE, pixel), page, devtools);
  return entry?.fact.by;
};

it('names the element of any frame, and the script behind it', async () => {
  const { page } = pageWith(new Error('Frame was detached'), { [pixel.url]: '<img src="…">' });
  expect(await byOf(page)).toBe('<img src="…">');
  expect(await byOf(page, 'the script a.js, line 7')).toBe(
    '<img src="…">, from the script a.js, line 7',
  );
});

it('names the script alone where the element is gone, and nobody where nothing is known', async () => {
  const { page } = pageWith({});
  expect(await byOf(page, 'the script a.js')).toBe('the script a.js');
  expect(await byOf(page)).toBeUndefined();
});

it('leaves alone what is explained, and what is stored; then no frame is asked', async () => {
  const { page, asked } = pageWith({ [pixel.url]: '<img>' });
  const entries = entriesIn(SILENCE, { ...pixel, by: 'a redirect' }, kept('cookie', 'id'));
  expect(await explain(entries, page, { initiatorOf: () => 'a script' })).toEqual(entries);
  expect(asked).toEqual([]);
});
