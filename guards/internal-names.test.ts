// A member the tag calls otherwise is not read by a file that is built by itself: there it would be nothing.
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { INTERNAL_NAMES } from '../build/internal-names.ts';
import { filesIn, read } from './project-files.ts';
import { importsIn } from './read-imports.ts';

const OTHERS = filesIn('src').filter((file) => file.endsWith('.iife.ts'));

/** All that ends up in the file built from this one. */
function builtFrom(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const { specifier, isTypeOnly } of importsIn(read(entry))) {
    if (isTypeOnly || !/^\..*\.tsx?$/.test(specifier)) continue;
    builtFrom(posix.join(posix.dirname(entry), specifier), seen);
  }
  return seen;
}

const membersRead = (source: string): string[] =>
  INTERNAL_NAMES.filter((name) => new RegExp(`[\\w)\\]]\\??\\.${name}\\b`).test(source));

test('no other file reads a member that the tag calls otherwise', () => {
  const others = new Set(OTHERS.flatMap((entry) => [...builtFrom(entry)]));
  const faults = [...others].flatMap((file) =>
    membersRead(read(file)).map((name) => `${file}: ${name}`),
  );
  expect(OTHERS).toHaveLength(7);
  expect(faults).toEqual([]);
});
