// The built files keep their byte limits, and the guard would notice if not.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './project-files.ts';
import { compressed, excesses, LIMITS, measured, sizeOf } from './size-limits.ts';

const built = (name: string): Buffer => readFileSync(`${root}dist/tag/${name}`);
const inWords = (bytes: number): string => bytes.toLocaleString('en');

for (const { what, size, bytes } of measured(built)) {
  test(`${what}: ${inWords(size)} of ${inWords(bytes)} bytes`, () => {
    expect(size).toBeLessThanOrEqual(bytes);
  });
}

test('files too big are noticed, each limit by its own sum', () => {
  const big = randomBytes(10_700);
  expect(excesses(() => big)).toHaveLength(LIMITS.length);
  const half = randomBytes(8200);
  const passed = LIMITS.filter(({ files, bytes }) => files.length * 8200 > bytes);
  expect(passed.length).toBeGreaterThan(0);
  expect(passed.length).toBeLessThan(LIMITS.length);
  expect(excesses(() => half)).toEqual(
    passed.map(({ what, bytes }) =>
      expect.stringMatching(new RegExp(`^${what}: \\d+ of ${bytes} bytes$`)),
    ),
  );
});

test('sizes are those after brotli', () => {
  expect(compressed(Buffer.from('consent '.repeat(1000)))).toBeLessThan(50);
});

test('a hash counts as much whatever it is, and about as much as it takes', () => {
  const tag = readFileSync(`${root}dist/tag/s9-consent.js`);
  const sizes = Array.from({ length: 20 }, () => {
    const other = tag
      .toString('latin1')
      .replace(/[A-Za-z0-9+/]{43}=/g, () => randomBytes(32).toString('base64'));
    return [sizeOf(Buffer.from(other, 'latin1')), compressed(Buffer.from(other, 'latin1'))];
  });
  expect(new Set(sizes.map(([size]) => size)).size).toBe(1);
  for (const [size = 0, real = 0] of sizes) expect(Math.abs(size - real)).toBeLessThan(80);
});

test('nor does the name of the build', () => {
  const file = readFileSync(`${root}dist/tag/s9-consent-answer.js`, 'latin1');
  const named = (digest: string) => file.replaceAll(/(?<=\d\+)[0-9a-f]{12}/g, digest);
  expect(named('0123456789ab')).not.toBe(file);
  const sizes = ['0123456789ab', 'aaaaaaaaaaaa'].map((digest) =>
    sizeOf(Buffer.from(named(digest), 'latin1')),
  );
  expect(sizes[0]).toBe(sizes[1]);
});
