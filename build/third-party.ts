// Names in `THIRD-PARTY.txt`, beside the built files, whose work is in them, with each licence in full.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Brought {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly homepage?: string;
}

/** Name of the package a module belongs to. */
const packageOf = (module: string): string | undefined =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1]?.replace('\\', '/');

function noticeOf(folder: string, files: readonly string[]): string {
  const brought = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Brought;
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) throw new Error(`${brought.name} is in what is shipped and has no licence file`);
  return [
    `${brought.name} ${brought.version} (${brought.license}), in ${files.toSorted().join(', ')}`,
    readFileSync(join(folder, licence), 'utf8').trim(),
  ].join('\n\n');
}

/**
 * @param root whose `node_modules` the packages come from.
 * @param folder what is built elsewhere needs no notice.
 */
export function thirdParty(root: string, folder: string): { plugin: Plugin; write(): void } {
  const filesWith = new Map<string, string[]>();
  return {
    plugin: {
      name: 's9-third-party',
      generateBundle({ dir }, bundle) {
        if (dir !== folder) return;
        for (const file of Object.values(bundle)) {
          const modules = file.type === 'chunk' ? Object.keys(file.modules) : [];
          for (const name of new Set(modules.map(packageOf))) {
            if (name) filesWith.set(name, [...(filesWith.get(name) ?? []), file.fileName]);
          }
        }
      },
    },
    write() {
      const notices = [...filesWith].map(([name, files]) =>
        noticeOf(join(root, 'node_modules', name), files),
      );
      const text = notices.join(`\n\n${'-'.repeat(72)}\n\n`);
      writeFileSync(join(folder, 'THIRD-PARTY.txt'), `${text}\n`);
    },
  };
}
