import { expect, it } from 'vitest';
import { entriesIn, kept, lawOf, SILENCE, TRACKER } from '../fakes.ts';
import { leaksIn } from './judge.ts';
import { report } from './report.ts';

const hint = { kind: 'hint', url: `${TRACKER}/`, by: '<link rel="icon">' } as const;
const peer = { kind: 'peer-connection', url: '' } as const;

it('tells one thing with when, what, whose address, who asked and what to do', () => {
  const leaks = leaksIn(entriesIn(SILENCE, hint), lawOf());
  expect(report('The page was to be silent.', leaks)).toBe(
    `The page was to be silent. One thing must not be:
  1. before the choice: a hint in the page makes the browser speak to tracker.example
     https://tracker.example/
     by <link rel="icon">
     → hold it: <link data-consent="…" data-href="…">, or take it out`,
  );
});

it('numbers several, and leaves out a line of which nothing is known', () => {
  const leaks = leaksIn(entriesIn(SILENCE, peer, kept('file', 'f')), lawOf());
  const lines = report('No.', leaks).split('\n');
  expect(lines[0]).toBe('No. 2 things must not be:');
  expect(lines[1]).toMatch(/^ {2}1\. before the choice: a peer connection/);
  expect(lines[2]).toMatch(/^ {5}→ hold the script/);
  expect(lines[3]).toBe('  2. before the choice: the private file "f" exists for shop.example');
});
