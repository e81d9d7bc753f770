// What the build bakes into the files: addresses of the files they fetch, with their hash, and the build's own name.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { BuiltFile } from './files.ts';
import { addressOf } from './integrity.ts';
import { localeHashes, localeImports } from './locales.ts';

const BAKED = 'virtual:s9/';
const FILE = `${BAKED}file/`;

/** Tests, and what servers run: a change there makes no other widget. */
const NOT_IN_IT = /\.test(-d)?\.tsx?$|^(csp\.ts|core[\\/]csp[\\/].*)$/;

function sourceDigest(root: string): string {
  const digest = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|json)$/.test(file) && !NOT_IN_IT.test(file))
    .sort();
  for (const file of files) digest.update(readFileSync(join(root, 'src', file)));
  return digest.digest('hex').slice(0, 12);
}

function buildName(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${version}+${sourceDigest(root)}`;
}

/**
 * The `virtual:s9/…` modules that src/build.d.ts declares.
 *
 * @param folder where the built files stand.
 */
export function bakedModules(
  root: string,
  folder: string,
  files: Readonly<Record<string, BuiltFile>>,
): Plugin {
  function fileModule(key: string, asker: string): string {
    const file = files[key];
    if (!file || !files[asker]?.fetches.includes(key)) {
      throw new Error(`${asker} fetches ${key}: expected that in its row of build/files.ts`);
    }
    return `export const file = ${JSON.stringify(addressOf(file.name, folder))};`;
  }
  return {
    name: 's9-baked-modules',
    resolveId: { filter: { id: /^virtual:s9\// }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:s9\// },
      handler(id) {
        const name = id.slice(1);
        if (name === `${BAKED}build`) {
          return `export const build = ${JSON.stringify(buildName(root))};`;
        }
        if (name === `${BAKED}locales`) {
          return `export const locales = ${JSON.stringify(localeHashes(root, folder))};`;
        }
        if (name === `${BAKED}translations`) return localeImports(root);
        if (name.startsWith(FILE))
          return fileModule(name.slice(FILE.length), this.environment.name);
        throw new Error(`${name} is not baked`);
      },
    },
  };
}
