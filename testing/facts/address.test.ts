import { expect, it, test } from 'vitest';
import { fitsName, matches, parse } from './address.ts';

const OWN = 'shop.example:8080';
const fits = (pattern: string, url: string): boolean => matches(pattern, new URL(url), OWN);

test.each([
  ['a host', 'cdn.example', 'https://cdn.example/a.js'],
  ['a host at any port', 'cdn.example', 'http://cdn.example:3000/'],
  ['a host and its port', 'cdn.example:3000', 'http://cdn.example:3000/'],
  ['everything below a host', '*.cdn.example', 'https://eu.west.cdn.example/'],
  ['a host however it is written', 'CDN.example', 'https://cdn.example./a.js'],
  ['a port below a host', '*.cdn.example:3000', 'http://eu.cdn.example:3000/'],
  ['the host itself, too', '*.cdn.example', 'https://cdn.example/'],
  [
    'the beginning of an address',
    'https://cdn.example/fonts/',
    'https://cdn.example/fonts/a.woff2',
  ],
  ['the beginning of a path of the site', '/worker', 'http://shop.example:8080/worker.js?v=2'],
])('fits %s: %s', (_title, pattern, url) => {
  expect(fits(pattern, url)).toBe(true);
});

test.each([
  ['another host', 'cdn.example', 'https://cdn2.example/'],
  ['a host below', 'cdn.example', 'https://eu.cdn.example/'],
  ['another port', 'cdn.example:3000', 'http://cdn.example:4000/'],
  ['a host that only ends alike', '*.cdn.example', 'https://mycdn.example/'],
  ['another port below a host', '*.cdn.example:3000', 'http://eu.cdn.example/'],
  ['another path', 'https://cdn.example/fonts/', 'https://cdn.example/pixel.gif'],
  ['another scheme', 'https://cdn.example/', 'http://cdn.example/'],
  ['the same path of another host', '/worker.js', 'http://tracker.example/worker.js'],
  ['the same path at another port', '/worker.js', 'http://shop.example/worker.js'],
])('does not fit %s: %s', (_title, pattern, url) => {
  expect(fits(pattern, url)).toBe(false);
});

it('fits a name exactly, or by its beginning where a star ends the pattern', () => {
  expect(fitsName('_ga', '_ga')).toBe(true);
  expect(fitsName('_ga', '_ga_1')).toBe(false);
  expect(fitsName('_ga*', '_ga_1')).toBe(true);
  expect(fitsName('_ga*', '_g')).toBe(false);
  expect(fitsName('*', 'anything')).toBe(true);
});

it('reads no address out of what is none', () => {
  expect(parse('not an address')).toBeNull();
  expect(parse('/a', 'https://shop.example/b')?.href).toBe('https://shop.example/a');
});

it.each([
  ['https://cdn.example', 'https://cdn.example.evil.com/', false],
  ['https://cdn.example', 'https://cdn.example@evil.com/', false],
  ['https://cdn.example', 'https://cdn.example:word@evil.com/', false],
  ['https://cdn.example', 'https://cdn.example/fonts/', true],
  ['http://tracker.localhost', 'http://tracker.localhost:8123/', true],
  ['https://cdn.example/fonts', 'https://cdn.example/fonts-of-others/', true],
])('the address %s and %s: %s', (pattern, url, isFit) => {
  expect(fits(pattern, url)).toBe(isFit);
});
