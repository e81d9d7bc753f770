// The built files of another revision of this repository, built once and kept.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd: root, maxBuffer: 1e9 });
const line = (...args) =>
  git(...args)
    .toString()
    .trim();

/** The last release; the last commit where there is none yet. */
export const lastRelease = () =>
  line('tag', '--sort=-creatordate', '--merged', 'HEAD').split('\n')[0] || 'HEAD';

/** @returns where its built files stand. */
export function builtFilesOf(revision) {
  const commit = line('rev-parse', `${revision}^{commit}`);
  // Outside of node_modules: what stands in there, a build takes for a package.
  const folder = join(tmpdir(), 's9-bench', commit);
  const tag = join(folder, 'dist/tag/');
  if (existsSync(join(tag, 'integrity.json'))) return tag;
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], { input: git('archive', commit) });
  if (!existsSync(join(folder, 'node_modules'))) {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  }
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=error'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return tag;
}
