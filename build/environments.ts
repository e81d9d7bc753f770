// How Vite builds each row of the table: a classic script, complete in itself.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EnvironmentOptions } from 'vite';
import type { BuiltFile } from './files.ts';
import { integrityOf } from './integrity.ts';

/** A whole library is in it. Every page pays for the tag, which leaves its notice to the file beside. */
const banner = ({ moduleIds }: { moduleIds: readonly string[] }): string =>
  moduleIds.some((id) => id.includes('/node_modules/preact/')) ? '/*! See THIRD-PARTY.txt */' : '';

function scriptOf({ name, entry }: BuiltFile, root: string, folder: string): EnvironmentOptions {
  return {
    consumer: 'client',
    // Built and never served: a server would look for its packages, file by file, at every start.
    optimizeDeps: { noDiscovery: true },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      // By build/minify.ts, but for the sheets.
      minify: false,
      cssMinify: true,
      modulePreload: false,
      // Beside the file and not named in it: whoever audits it finds them, no visitor pays for them.
      sourcemap: 'hidden',
      lib: { entry: resolve(root, entry), formats: ['iife'], name: 's9', fileName: () => name },
      rolldownOptions: {
        output: {
          minify: false,
          banner,
          exports: 'none',
        },
      },
    },
  };
}

/** One environment a row, by its key. */
export const environmentsOf = (
  files: Readonly<Record<string, BuiltFile>>,
  root: string,
  folder: string,
): Record<string, EnvironmentOptions> =>
  Object.fromEntries(
    Object.entries(files).map(([key, file]) => [key, scriptOf(file, root, folder)]),
  );

/** Writes `integrity.json`: what a Customer's snippet states of each file. */
export function writeIntegrity(
  files: Readonly<Record<string, BuiltFile>>,
  folder: string,
  others: readonly string[] = [],
): void {
  const names = [...Object.values(files).map(({ name }) => name), ...others];
  const hashes = names.map((name) => [name, integrityOf(join(folder, name))]);
  const text = JSON.stringify(Object.fromEntries(hashes), null, 2);
  writeFileSync(join(folder, 'integrity.json'), `${text}\n`);
}
