import { expect, it } from 'vitest';
import { leakTable } from './leak-table.ts';

const pixel = {
  url: 'https://film.example/p.gif',
  host: 'film.example',
  initiator: 'img',
  madeBy: 'img#pixel',
  atMs: 240,
  reason: 'leak',
} as const;

it('F-33 says what was asked, by whom, when, and why it is a leak', () => {
  const lines = leakTable([{ ...pixel, service: 'film', purpose: 'social' }]).split('\n');
  expect(lines[0]).toContain('1 request to');
  expect(lines[2]).toBe(
    '  0.2 s  img#pixel  https://film.example/p.gif  service:film of social was not granted',
  );
});

it('keeps its columns under their heads', () => {
  const [, ...lines] = leakTable([pixel, { ...pixel, madeBy: 'fetch', atMs: 12_000 }]).split('\n');
  expect(lines.slice(0, 3).map((line) => line.search(/asked|https/))).toEqual([21, 21, 21]);
});

it('tells what was stopped from what left', () => {
  expect(leakTable([{ ...pixel, isBlocked: true }])).toContain("stopped by the page's own policy");
});

it('F-33 says that it cannot stop, and what it cannot see', () => {
  expect(leakTable([pixel])).toMatch(/can tell, not stop[^]*does not see: workers/);
});
