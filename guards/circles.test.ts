// No file needs one that needs it, and the guard would notice if one did.
import { expect, test } from 'vitest';
import { circlesIn } from './circles.ts';
import { filesIn, read } from './project-files.ts';

const sources = ['src', 'testing', 'receiver', 'build', 'guards', 'conformance', 'demo', 'e2e']
  .flatMap(filesIn)
  .filter((file) => /\.tsx?$/.test(file));

test('no files import each other in a circle, types included', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(circlesIn(sources, read)).toEqual([]);
});

const project: Readonly<Record<string, string>> = {
  'src/a.ts': "import { b } from './b/b.ts';",
  'src/b/b.ts': "import type { C } from '../c.ts';",
  'src/c.ts': "export type { A } from './a.ts';",
  'src/d.ts': "import { a } from './a.ts';",
};

test('a circle of three, by types alone at one place, is noticed once', () => {
  expect(circlesIn(Object.keys(project), (file) => project[file] ?? '')).toEqual([
    'src/a.ts → src/b/b.ts → src/c.ts → src/a.ts',
  ]);
});

test('two ways to one file are no circle', () => {
  const files = ['src/a.ts', 'src/b/b.ts', 'src/c.ts'];
  const texts: Readonly<Record<string, string>> = {
    'src/a.ts': "import './b/b.ts'; import './c.ts';",
    'src/b/b.ts': "import '../c.ts';",
  };
  expect(circlesIn(files, (file) => texts[file] ?? '')).toEqual([]);
});
