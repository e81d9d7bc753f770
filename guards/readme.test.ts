// Every number and every name in the README is true.
import { expect, test } from 'vitest';
import { read } from './project-files.ts';
import { LIMITS } from './size-limits.ts';

const readme = read('README.md');

test('it states the limits the built files are held to', () => {
  for (const { bytes } of LIMITS) expect(readme).toContain(`${bytes.toLocaleString('en')} bytes`);
});

test('it names every token of the theme, and no other', () => {
  const tokens = (text: string) => new Set(text.match(/--s9-[\w-]+/g));
  expect(tokens(readme)).toEqual(tokens(read('src/ui/theme.css')));
});

test('it stays under 200 lines', () => {
  expect(readme.split('\n').length).toBeLessThan(200);
});

test('it names the npm scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, name]) => name as string);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
