// A folder of projects that have the packed package installed, and of sites built in it.
import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test as base, expect } from '../../support/fixture.ts';
import type { Bundle } from './bundlers.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = fileURLToPath(new URL('app', import.meta.url));

/** As far as the tests read it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

export interface Shop {
  readonly folder: string;
  /** The package, as whoever installs it has it. */
  readonly installed: string;
  readonly manifest: Manifest;
  /** Builds the site; resolves to its files by their paths. */
  build(bundle: Bundle): Promise<ReadonlyMap<string, string>>;
}

/** Files below a folder, with slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** What `npm install` does with the packed file, without asking a registry. */
async function install(folder: string): Promise<string> {
  const onWindows = process.platform === 'win32';
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: root, shell: onWindows });
  await run('tar', ['-xzf', stdout.trim()], { cwd: folder });
  const installed = join(folder, 'node_modules/social9-consent');
  await mkdir(dirname(installed));
  await rename(join(folder, 'package'), installed);
  return installed;
}

async function makeShop(): Promise<Shop> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 's9-shop-')));
  const installed = await install(folder);
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(manifest.dependencies)) {
    const place = join(folder, 'node_modules', name);
    await symlink(join(root, 'node_modules', name), place, 'junction');
  }
  return {
    folder,
    installed,
    manifest,
    build: async (bundle) => {
      const app = await mkdtemp(join(folder, 'app-'));
      await cp(source, app, { recursive: true });
      expect(await bundle(app), 'warnings of the bundler').toEqual([]);
      const out = join(app, 'out');
      const built = (await filesIn(out)).map(
        async (file) => [`/${file}`, await readFile(join(out, file), 'utf8')] as const,
      );
      // What a bundler does not write is served as it stands.
      const page = await readFile(join(app, 'index.html'), 'utf8');
      return new Map([['/index.html', page], ...(await Promise.all(built))]);
    },
  };
}

let opened: Shop | undefined;

export const test = base.extend<{ shop: Shop }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
  shop: async ({}, use) => {
    if (!opened) throw new Error('expected a file that opens the shop');
    await use(opened);
  },
});

/** One shop for all tests of a file, which a worker goes through as any other: to open another takes longer than they do. */
export function openShop(): void {
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    opened = await makeShop();
  });
  test.afterAll(() => opened && rm(opened.folder, { recursive: true }));
}
