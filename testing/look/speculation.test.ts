import { expect, it, test } from 'vitest';
import { scanOf, TRACKER } from '../fakes.ts';
import { speculatedIn } from './speculation.ts';

const LINKS = ['https://shop.example/basket', 'https://tracker.example/linked.html'];
const urls = (rules: unknown) => speculatedIn(JSON.stringify(rules), scanOf());
const where = (conditions: unknown) => ({ prefetch: [{ where: conditions }] });

it('finds every address that is listed, for whatever it is fetched', () => {
  const rules = { prefetch: [{ urls: [TRACKER, '/own'] }], prerender: [{ urls: ['/next'] }] };
  expect(urls(rules)).toEqual([TRACKER, '/own', '/next']);
});

test.each([
  ['a selector', where({ selector_matches: 'a' })],
  ['a source', { prefetch: [{ source: 'document' }] }],
  ['a pattern of another site', where({ href_matches: 'https://tracker.example/*' })],
  ['a pattern of another site at any port', where({ href_matches: 'https://tracker.example:*/' })],
  ['nothing', where({})],
])('finds every link where rules ask for links by %s', (_title, rules) => {
  expect(urls(rules)).toEqual(LINKS);
});

test.each([
  ['a path', where({ href_matches: '/*' })],
  ['a path deep in conditions', where({ and: [{ href_matches: '/blog/*' }, { not: {} }] })],
  ['an address of the site', where({ href_matches: 'https://shop.example/*' })],
  ['no address', where({ href_matches: 'https://' })],
  ['an address off the web', where({ href_matches: 'mailto:*' })],
])('finds no link where rules stay on the site by %s', (_title, rules) => {
  expect(urls(rules)).toEqual([]);
});

it('finds what is listed beside what it cannot read', () => {
  const conditions = { where: { href_matches: 'https://' }, to_come: null };
  expect(urls({ prefetch: [conditions, { urls: [TRACKER] }] })).toEqual([TRACKER]);
});

it('finds no link where rules ask for none', () => {
  expect(urls({ prefetch: [{ source: 'list', urls: [TRACKER] }] })).toEqual([TRACKER]);
});

it('finds nothing in what is no JSON, or no rules', () => {
  expect(speculatedIn('{', scanOf())).toEqual([]);
  expect(urls(null)).toEqual([]);
  expect(urls(['https://tracker.example/'])).toEqual([]);
});
