// The files of the project as the guards see them: relative to the root, with slashes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Files below a folder, sorted; none when there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(root + folder)) return [];
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(path.indexOf(`/${folder}`, root.length - 1) + 1))
    .toSorted();
}

export const read = (file: string): string => readFileSync(root + file, 'utf8');
