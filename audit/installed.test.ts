// A browser of a Linux distribution is found by its name.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installedOn } from './installed.ts';

test('in the order of the folders, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 's9-browsers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  for (const each of [first, second]) mkdirSync(each);
  for (const file of [join(first, 'google-chrome'), join(first, 'chrome.txt')]) {
    writeFileSync(file, '');
  }
  writeFileSync(join(second, 'chromium'), '');
  expect(installedOn([first, '', second].join(delimiter))).toEqual([
    join(first, 'google-chrome'),
    join(second, 'chromium'),
  ]);
  expect(installedOn(undefined)).toEqual([]);
});
