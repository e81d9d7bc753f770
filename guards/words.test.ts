// The sources use one word for one thing, and the guard would notice a second one.
import { expect, test } from 'vitest';
import { filesIn, read } from './project-files.ts';
import { retiredIn } from './words.ts';

/** Words people read stand in locales and policies; tests speak of what is on screen. */
const sources = filesIn('src').filter(
  (file) =>
    /\.(tsx?|css)$/.test(file) &&
    !/\.test\.tsx?$|fakes\.ts$|^src\/(locales|policies)\/|core\/name\.ts$/.test(file),
);

test('no word says what another one says', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap((file) => retiredIn(file, read(file)))).toEqual([]);
});

test.for([
  ['the first layer of the panel', 2],
  ["indexedDB.open('s9-consent')", 1],
  ['the banner of the tag', 0],
] as const)('%s: %i', ([line, count]) => {
  expect(retiredIn('src/x.ts', line)).toHaveLength(count);
});
