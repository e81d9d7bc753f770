// What anyone wrote into a design is words on its page: no markup, no script, no end of either.
import { expect, test } from 'vitest';
import { FIRST } from './design.ts';
import { cssOf, escaped, inScript, pageOf } from './page.ts';

const EVIL = '</script><script>alert(1)</script><!--';

test('a name that is markup stays a name', () => {
  const settings = { policy: { controller: { name: EVIL } } };
  const page = pageOf({ tokens: {}, settings });
  expect(page).not.toContain(EVIL);
  expect(page.match(/<script/g)).toHaveLength(pageOf(FIRST).match(/<script/g)?.length ?? 0);
  const json = /data-s9-config>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual(settings);
});

test('JSON in a script is the same JSON', () => {
  const value = { a: '<b>\u2028\u2029' };
  expect(inScript(value)).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(inScript(value))).toEqual(value);
});

test('a block of styles has what is set, and is none where nothing is', () => {
  expect(cssOf(FIRST)).toBe('');
  expect(cssOf({ tokens: { '--s9-accent': 'red' } })).toBe(':root {\n  --s9-accent: red;\n}\n');
});

test('no server is told of what is pressed in the studio', () => {
  const settings = { ...FIRST.settings, endpoint: 'https://c.example/', proofEndpoint: '/p' };
  expect(pageOf({ tokens: {}, settings })).not.toMatch(/endpoint/i);
});

test('what stands in markup is escaped', () => {
  expect(escaped('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
});
