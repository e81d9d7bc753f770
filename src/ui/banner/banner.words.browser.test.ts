// Words of any length on the banner: a row breaks between words while there is a line for them.
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { find, open, policy, root } from '../fakes.ts';

/** On how many lines each of the words stands that an element shows. */
function linesOfWords(element: Element): number[] {
  const text = element.firstChild as Text;
  return [...text.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
  });
}

const aimed = (aim: string, retention: string) => ({
  policy: {
    ...policy,
    purposes: policy.purposes.map((each) =>
      each.services[0] ? { ...each, aim, retention } : each,
    ),
  },
});

const row = () => [...root.querySelectorAll('summary')].at(-1) as Element;
const rects = () =>
  ['h3', '.kept'].map((each) => (row().querySelector(each) as Element).getBoundingClientRect());

beforeEach(() => page.viewport(390, 844));

test('L-14 a purpose in a word as long as the line is not broken for its retention', () => {
  open(aimed('Um Reichweitenmessungsergebnisauswertungen vorzunehmen', 'P1Y11M30D'));
  expect(linesOfWords(row().querySelector('h3') as Element)).toEqual([1, 1, 1]);
  const [aim, kept] = rects() as [DOMRect, DOMRect];
  expect(kept.top).toBeGreaterThanOrEqual(aim.bottom);
  expect(kept.right).toBeGreaterThan(aim.left + aim.width / 2);
  expect(kept.right).toBeLessThanOrEqual(find('.actions').getBoundingClientRect().right);
});

test.for([
  ['To show videos', 'P13M'],
  ['To choose advertisements by what you read here and elsewhere', 'P1Y11M30D'],
] as const)('%s: how long stands at the end of its line', ([aim, retention]) => {
  open(aimed(aim, retention));
  const [name, kept] = rects() as [DOMRect, DOMRect];
  expect(kept.top).toBe(name.top);
  expect(kept.left).toBeGreaterThanOrEqual(name.right);
});

test('1.4.10 a word longer than any line is broken, and runs out nowhere', async () => {
  await page.viewport(320, 640);
  open(aimed('Reichweitenmessungsergebnisauswertungen'.repeat(3), 'P1Y11M30D'));
  for (const each of [row(), ...row().querySelectorAll(':not(.unseen)')]) {
    expect(each.scrollWidth, each.outerHTML).toBeLessThanOrEqual(each.clientWidth + 1);
  }
});
