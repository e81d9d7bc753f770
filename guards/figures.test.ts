// What the README cites of the figures stands in docs/figures.md, and the guard would notice if not.
import { expect, test } from 'vitest';
import { absentFigures, citedFigures } from './figures.ts';
import { read } from './project-files.ts';

test('every figure the README cites was measured', () => {
  const cited = citedFigures(read('README.md'));
  expect(cited.length).toBeGreaterThan(0);
  expect(absentFigures(cited, read('docs/figures.md'))).toEqual([]);
});

test('one that was not is noticed, and a part of a longer one is none', () => {
  const readme =
    '12 before\n<!-- figures -->\nOurs 1,030 in 2, theirs 30 and 1.04×.\n<!-- end -->\n99';
  expect(citedFigures(readme)).toEqual(['1,030', '2', '30', '1.04×']);
  expect(absentFigures(citedFigures(readme), '| 2 · 1,030 | 11.04× | 300 |')).toEqual([
    '30',
    '1.04×',
  ]);
});

test('every part of the page has been written by the command', () => {
  const parts = [
    ...read('docs/figures.md').matchAll(/<!-- (?!end)([\w ]+) -->\n([^]*?)<!-- end -->/g),
  ];
  expect(parts.map(([, name]) => name)).toEqual([
    'bytes',
    'machine',
    'fast',
    'slow',
    'memory',
    'releases',
    'goal of releases',
    'living',
    'goal of living',
    'goals',
  ]);
  for (const [, name, table = ''] of parts) expect(table.trim(), name).not.toBe('');
});
