// Languages besides English: each `src/locales/<tag>.json` becomes a file of the build, with no word said of it elsewhere.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressOf } from './integrity.ts';

const SOURCE = 'src/locales';

/** Their tags, in order. */
export const localesIn = (root: string): string[] =>
  readdirSync(join(root, SOURCE))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

export const sourceOf = (root: string, tag: string): string => resolve(root, SOURCE, `${tag}.json`);

/** Their names in `dist/tag`. */
export const localeFiles = (root: string): string[] =>
  localesIn(root).map((tag) => `locales/${tag}.json`);

/** Writes them without what only their writers read. @returns their names there. */
export function writeLocales(root: string, folder: string): string[] {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const tag of localesIn(root)) {
    const words: unknown = JSON.parse(readFileSync(sourceOf(root, tag), 'utf8'));
    writeFileSync(join(folder, `locales/${tag}.json`), `${JSON.stringify(words)}\n`);
  }
  return localeFiles(root);
}

/** By tag, the SHA-256 of each file that stands in the folder: what is baked into the file that fetches them. */
export const localeHashes = (root: string, folder: string): Record<string, string> =>
  Object.fromEntries(
    localesIn(root).map((tag) => [
      tag,
      addressOf(`locales/${tag}.json`, folder).split('?v=')[1] ?? '',
    ]),
  );

/** For whoever bundles the package: by tag, what imports it, as a chunk of its own. */
export const localeImports = (root: string): string =>
  `export const locales = {${localesIn(root)
    .map((tag) => `${JSON.stringify(tag)}: () => import(${JSON.stringify(sourceOf(root, tag))})`)
    .join(', ')}};`;
