import { expect, it } from 'vitest';
import { SHOP, scanOf, TRACKER } from '../fakes.ts';
import { fetchedElsewhere, standingIn } from './standing.ts';

const hint = (text: string) => ({ kind: 'hint', text, by: `<link href="${text}">` }) as const;
const urls = (...texts: string[]) => standingIn(scanOf(...texts.map(hint))).map(({ url }) => url);

it('resolves addresses as the page would, and keeps the element that names them', () => {
  expect(standingIn(scanOf(hint('//tracker.example/icon')))).toEqual([
    {
      kind: 'hint',
      url: 'https://tracker.example/icon',
      by: '<link href="//tracker.example/icon">',
    },
  ]);
});

it('passes over what stays on the host, and what is no address of the web', () => {
  expect(urls('/own.js', `${SHOP}own.js`, '', 'data:text/css,', 'mailto:a@b.example')).toEqual([]);
  expect(urls('http://[')).toEqual([]);
  expect(urls('https://shop.example:8443/')).toEqual(['https://shop.example:8443/']);
});

it('takes every host for another in a frame that has none', () => {
  const frame = { ...scanOf(hint(`${SHOP}a`)), host: '' };
  expect(standingIn(frame).map(({ url }) => url)).toEqual(['https://shop.example/a']);
});

it('keeps the order in which things stand in the page', () => {
  const rules = `{"prefetch":[{"urls":["${TRACKER}/next"]}]}`;
  const scan = scanOf(
    { kind: 'ping', text: `${TRACKER}/ping`, by: '<a>' },
    { kind: 'rules', text: rules, by: '<script>' },
    hint(TRACKER),
  );
  expect(standingIn(scan).map(({ kind }) => kind)).toEqual(['ping', 'speculation', 'hint']);
});

it('lists what a frame fetched from others', () => {
  const fetched = [`${TRACKER}/a`, `${SHOP}b`, 'blob:https://tracker.example/c'];
  expect(fetchedElsewhere({ ...scanOf(), fetched })).toEqual([`${TRACKER}/a`]);
});
