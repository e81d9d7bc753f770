// The rules compile without browser types, and a file that needs the page does not.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { read, root } from './project-files.ts';

const SLOW = { timeout: 120_000 };
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** What the compiler says; empty when it is content. */
function complaints(project: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  } catch (fault) {
    return (fault as { stdout: string }).stdout;
  }
}

/** A folder with core's own settings and this one file. */
function projectWith(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 's9-core-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'src/core/tsconfig.json'), join(folder, 'tsconfig.json'));
  writeFileSync(join(folder, 'probe.ts'), source);
  return folder;
}

test('the rules compile without browser types', SLOW, () => {
  expect(complaints(join(root, 'src/core'))).toBe('');
});

test.for(['document.title', 'indexedDB', 'navigator', 'process', 'setTimeout(() => 0)', '<p/>'])(
  'a file with %s does not',
  SLOW,
  (expression) => {
    expect(complaints(projectWith(`export const probe = ${expression};`))).toContain('error TS');
  },
);

test('a file with neither does', SLOW, () => {
  expect(complaints(projectWith('export const probe = 1;'))).toBe('');
});

test('its settings extend no other, which would bring the page back', () => {
  expect(JSON.parse(read('src/core/tsconfig.json'))).not.toHaveProperty('extends');
});
