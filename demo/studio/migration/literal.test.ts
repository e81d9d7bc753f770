// What people have in their scripts is read, and none of it is run.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalIn, UNREAD } from './literal.ts';

test('keys without quotes, comments, trailing commas, every kind of string', () => {
  const text = `var config = { // begins
    a: 'it\\'s', "b-c": "x", d: \`y\`, /* no */ e: [1, -2.5, true, null,], f: { g: {} },
  };`;
  expect(literalIn(text)).toEqual({
    a: "it's",
    'b-c': 'x',
    d: 'y',
    e: [1, -2.5, true, null],
    f: { g: {} },
  });
});

test('what would have to be run is not read, and what follows it is', () => {
  const text = `run({ a: function () { return { x: 1 }; }, b: () => alert(1), c: new Date(), d: 'x' + y,
    onChange({ cookie }) { alert('}'); }, e: /^_ga/, f: 2 })`;
  expect(literalIn(text)).toEqual({
    a: UNREAD,
    b: UNREAD,
    c: UNREAD,
    d: UNREAD,
    e: '^_ga',
    f: 2,
  });
});

test('a name every object has is a member like any other', () => {
  const read = literalIn('{ "__proto__": { "polluted": true }, constructor: 1 }');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
});

test.for([
  ['', 'begins with {'],
  ['{ a: 1', 'line 1: expected'],
  ['{\n a: [1', 'line 2: expected'],
  ['{a:'.repeat(100), 'fewer levels'],
])('%s is refused with its place', ([text = '', why = '']) => {
  expect(() => literalIn(text)).toThrow(why);
});

test('JSON is read as JSON, whatever it holds', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
      const read = literalIn(JSON.stringify(value));
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
