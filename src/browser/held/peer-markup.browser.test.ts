// Marks of another widget hold as ours do, and nothing is written where they stand.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeHeld, log, ran } from './fakes.ts';
import { readPeerMarkup } from './peer-markup.ts';

const { grant, held, reported } = fakeHeld();
// Once for the page, as the settings do.
readPeerMarkup([
  { attribute: 'data-category', src: 'data-their-src', map: { marketing: 'social' } },
  { attribute: 'class', prefix: 'category-', separator: '-' },
]);
held.watch(document);

let place: HTMLElement;
const write = (html: string): string => {
  place.innerHTML = html;
  return html;
};
const inert = (attributes: string, text = '') =>
  `<script type="text/plain" ${attributes}>${text}</script>`;
const sources = () => [...place.querySelectorAll('img')].map((image) => image.getAttribute('src'));

beforeEach(() => {
  globalThis.ran = [];
  place = document.body.appendChild(document.createElement('main'));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

it('holds, releases and holds again; all stays as it was written', async () => {
  const html = write(
    `${inert('data-category="analytics"', log('a'))}${inert('class="x category-analytics-social"', log('b'))}` +
      '<iframe data-category="marketing" data-their-src="about.html" title="A film"></iframe>',
  );
  await expect.poll(() => reported.frames.length).toBe(1);
  expect(place.innerHTML).toBe(html);
  grant(['analytics']);
  await expect.poll(ran).toEqual(['a']);
  expect(place.innerHTML).toBe(html);
  grant(['analytics', 'social']);
  await expect.poll(ran).toEqual(['a', 'b']);
  await expect.poll(() => place.querySelector('iframe')?.getAttribute('src')).toBe('about.html');
  grant([]);
  await expect.poll(() => place.innerHTML).toBe(html);
});

it('follows what a framework changes in their attributes, and marks that come later', async () => {
  write('<img data-their-src="a.png"><img data-category="marketing" data-their-src="b.png">');
  grant(['social']);
  await expect.poll(sources).toEqual([null, 'b.png']);
  const [first, second] = place.querySelectorAll('img');
  first?.setAttribute('data-category', 'marketing');
  second?.setAttribute('data-their-src', 'c.png');
  await expect.poll(sources).toEqual(['a.png', 'c.png']);
  second?.setAttribute('data-category', 'analytics');
  await expect.poll(sources).toEqual(['a.png', null]);
});

it('a mark of ours comes first', async () => {
  write(
    '<img data-consent="analytics" data-category="marketing" data-src="a.png" data-their-src="b.png">',
  );
  grant(['social']);
  grant(['analytics']);
  await expect.poll(sources).toEqual(['a.png']);
});

it('what looks like a mark and is none keeps what it has', async () => {
  write(
    '<img class="subcategory-x" data-src="a.png" src="a.png"><img data-category="" data-their-src="a.png" src="a.png">' +
      '<img class="wide category-analytics" data-src="a.png" src="a.png">',
  );
  await expect.poll(sources).toEqual(['a.png', 'a.png', null]);
});

it('what it marks inside a template waits for itself', async () => {
  write(
    '<template data-consent="analytics"><img data-src="a.png"><img data-category="marketing" data-src="b.png" data-their-src="b.png"></template>',
  );
  const given: (string | null)[] = [];
  const { setAttribute } = Element.prototype;
  vi.spyOn(Element.prototype, 'setAttribute').mockImplementation(function (this: Element, ...set) {
    given.push(set[1]);
    setAttribute.apply(this, set);
  });
  grant(['analytics']);
  await expect.poll(sources).toEqual(['a.png', null]);
  // Not for a moment: a browser fetches at once.
  expect(given).toEqual(['a.png']);
  grant(['analytics', 'social']);
  await expect.poll(sources).toEqual(['a.png', 'b.png']);
});
