// A value is what the name of its attribute says.
import { expect, test } from 'vitest';
import type { Kind } from './needs.ts';
import { faultOf } from './values.ts';

const PLAIN = { queryParameters: ['page'], patterns: ['/user/:id'] };
const WITH_HASHES = { ...PLAIN, patterns: ['/#/orders/:id'] };

test.each<[Kind, string | number | boolean, boolean]>([
  ['path', '/a?page=2', true],
  ['path', '/a?page', true],
  ['path', '/a?page=2&q=x', false],
  ['path', '/a?', true],
  ['path', 'a', false],
  ['path', '/#/a', false],
  ['domain', 'www.example.com', true],
  ['domain', 'localhost', true],
  ['domain', '[::1]', true],
  ['domain', 'xn--bcher-kva.example', true],
  ['domain', 'a.example/b', false],
  ['domain', 'a@b.example', false],
  ['seconds', 0, true],
  ['seconds', 0.1, true],
  ['seconds', -1, false],
  ['seconds', '1', false],
  ['text', 'é'.repeat(2048), true],
  ['text', 'é'.repeat(2049), false],
  ['text', '', false],
  ['text', 1, false],
  ['id', '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f1', true],
  ['id', 'two words', false],
  ['any', true, true],
  ['any', '', false],
])('%s of %j: %s', (kind, value, isRight) => {
  expect(faultOf(kind, value, PLAIN) === undefined).toBe(isRight);
});

test.each([
  ['/#/orders/:id', true],
  ['/shop/#/orders?page=2', true],
  ['/#top', false],
  ['/#/a#/b', false],
  ['/#/orders?q=x', false],
])('where pages stand behind #/, %s is one: %s', (path, isRight) => {
  expect(faultOf('path', path, WITH_HASHES) === undefined).toBe(isRight);
});
