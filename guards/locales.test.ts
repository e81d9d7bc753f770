// Each language is built, hashed, baked in and told of by its file alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { integrityOf } from '../build/integrity.ts';
import { localeFiles, localeHashes, localesIn, writeLocales } from '../build/locales.ts';
import { read, root } from './project-files.ts';

const LANGUAGES = localesIn(root);

test('each stands in the folder as its writer wrote it, and is baked in by its hash', () => {
  const folder = mkdtempSync(join(tmpdir(), 's9-locales-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(writeLocales(root, folder)).toEqual(localeFiles(root));
  const hashes = localeHashes(root, folder);
  expect(Object.keys(hashes)).toEqual(LANGUAGES);
  for (const [tag, hash] of Object.entries(hashes)) {
    expect(`sha256-${hash}`).toBe(integrityOf(join(folder, `locales/${tag}.json`)));
    expect(read('dist/tag/s9-consent-words.js')).toContain(hash);
  }
  const german: unknown = JSON.parse(read('src/locales/de.json'));
  expect(JSON.parse(read('dist/tag/locales/de.json'))).toEqual(german);
});

test('integrity.json has each of them', () => {
  const integrity = JSON.parse(read('dist/tag/integrity.json')) as Record<string, string>;
  const named = Object.keys(integrity).filter((name) => name.startsWith('locales/'));
  expect(named).toEqual(localeFiles(root));
});

test('the tag, which is on every page, names none', () => {
  expect(read('dist/tag/s9-consent.js')).not.toContain('locales');
});

test('docs/languages.md has each, and English, and no other', () => {
  const rows = read('docs/languages.md').matchAll(/^\| `([a-z]{2,3}(?:-[A-Za-z]+)?)` \|/gm);
  expect([...rows].map(([, tag]) => tag)).toEqual([...LANGUAGES, 'en'].toSorted());
});

test('the README and the changelog know how many there are', () => {
  const all = `one of ${LANGUAGES.length + 1}`;
  expect(read('README.md')).toContain(all);
});
