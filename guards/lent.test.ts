// What the build takes for lent is what the tag lends.
import { expect, test } from 'vitest';
import { FILES } from '../build/files.ts';
import { LENT } from '../build/lent.ts';
import { lent } from '../src/browser/files/lent.ts';
import { read, root } from './project-files.ts';

const names = Object.values(LENT).flat().toSorted();

test('each name the build takes for lent is lent, and no other', () => {
  expect(Object.keys(lent).toSorted()).toEqual(names);
});

test.each(Object.entries(LENT))('%s has what is lent of it', async (path, lentOf) => {
  const module = (await import(/* @vite-ignore */ `${root}${path}`)) as Record<string, unknown>;
  for (const name of lentOf) expect(module[name]).toBe(lent[name as keyof typeof lent]);
});

test('no file but the tag brings along what says that an object is asked by its interface alone', () => {
  const carriers = Object.values(FILES).filter(({ name }) =>
    /new Proxy\(\{\},/.test(read(`dist/tag/${name}`)),
  );
  expect(carriers.map(({ name }) => name)).toEqual(['s9-consent.js']);
});
