import { afterEach, expect, it } from 'vitest';
import { jcs } from './jcs.ts';

const lists = Array.prototype as { toJSON?: unknown };
afterEach(() => void delete lists.toJSON);

it('S-07 RFC 8785 orders members by code units and keeps lists', () => {
  expect(jcs({ b: [3, 1], 10: null, 9: 'é"', a: { z: 1e21, y: -0 } })).toBe(
    '{"10":null,"9":"é\\"","a":{"y":0,"z":1e+21},"b":[3,1]}',
  );
});

it('F-40 writes what is there, whatever the page makes of lists', () => {
  lists.toJSON = () => 'something else';
  expect(jcs({ list: [1, { a: undefined, b: [] }] })).toBe('{"list":[1,{"b":[]}]}');
});
