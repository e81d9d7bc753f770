import { expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { markupFaultsOf, markupTable } from './marked.ts';

const OWN = ['shop.example'];
const faults = (host: string, isLive = false) =>
  markupFaultsOf({ url: `https://${host}/`, host, isLive }, POLICY, OWN);

it.each([
  ['film.example', false, []],
  ['film.example', true, ['live']],
  ['www.film.example', false, ['undeclared']],
  ['stranger.example', false, ['undeclared']],
  ['stranger.example', true, ['live', 'undeclared']],
  ['shop.example', false, []],
  ['shop.example', true, []],
] as const)('F-33 of a marked address at %s, live: %j, is told %j', (host, isLive, told) => {
  expect(faults(host, isLive)).toEqual(told);
});

it('says which element, which address and what to do, under their heads', () => {
  const url = 'https://stranger.example/a.svg';
  const [head, ...rows] = markupTable([
    { url, element: 'img', reason: 'undeclared' },
    { url, element: 'script#a', reason: 'live' },
  ]).split('\n');
  expect(head).toContain('leak watch');
  expect(rows.map((row) => row.search(/address|https/))).toEqual([12, 12, 12]);
  expect(rows[1]).toMatch(/^ {2}img .*a\.svg {2}no service .* names this host/);
  expect(rows[2]).toMatch(/^ {2}script#a .*Firefox fetches it before any choice/);
});
