// One text for equal values, and another one for every other value.
import { expect, it } from 'vitest';
import { canonical } from './canonical.ts';

it('F-44 says the same of the same answers, in whatever order', () => {
  expect(canonical({ b: ['y', 'x'], a: true })).toBe('{"a":true,"b":["x","y"]}');
  expect(canonical({ a: true, gone: undefined, b: ['x', 'y'] })).toBe('{"a":true,"b":["x","y"]}');
});

it.each([
  [{ film: true, pins: false }, { 'film":true,"pins': false }],
  [{ a: {} }, { 'a":{},"b': {} }],
  [{ 'a\\': 1 }, { 'a"': 1 }],
])('F-44 tells %j from %j, whose names say as much', (one, other) => {
  expect(canonical(other)).not.toBe(canonical(one));
  expect(JSON.parse(canonical(other))).toEqual(other);
});
