// The built files keep their byte limits, and the guard would notice if not.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './project-files.ts';
import { compressed, excesses } from './size-limits.ts';

test('the built files keep their limits', () => {
  expect(excesses((file) => readFileSync(`${root}dist/${file}`))).toEqual([]);
});

test('a file too big is noticed', () => {
  const big = randomBytes(7_000);
  expect(excesses(() => big)).toEqual([
    expect.stringMatching(/^the tag.* of 6144 bytes$/),
    expect.stringMatching(/^all until.* of 14000 bytes$/),
  ]);
});

test('sizes are those after brotli', () => {
  expect(compressed(Buffer.from('consent '.repeat(1000)))).toBeLessThan(50);
});
