// Bundles an application as a site does, for the browser and for the server that writes its page.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { InputOptions, Plugin } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ENTRY = '\0entry.js';
const svelte = (generate: 'client' | 'server'): Plugin => ({
  name: 'svelte',
  transform: async (code, id) => {
    if (!id.endsWith('.svelte')) return null;
    const { compile } = await import('svelte/compiler');
    return { code: compile(code, { filename: id, generate, dev: generate === 'client' }).js.code };
  },
});

export interface Bundling {
  readonly isServer?: boolean;
  /** Where packages stand, by their names. */
  readonly alias?: Readonly<Record<string, string>>;
  readonly platform?: InputOptions['platform'];
}

const made = new Map<string, Promise<string>>();

/** Once a worker, for every test that opens the page. */
export function bundle(source: string, bundling: Bundling = {}): Promise<string> {
  const key = JSON.stringify([source, bundling]);
  const before = made.get(key) ?? make(source, bundling);
  made.set(key, before);
  return before;
}

/** With the warnings a site's developer sees. */
async function make(
  source: string,
  { isServer = false, alias = {}, platform = 'browser' }: Bundling,
): Promise<string> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: ENTRY,
    cwd: root,
    platform,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => {
          const [, name] = /^social9-consent(?:\/(\w+))?$/.exec(id) ?? [];
          if (id.startsWith('social9-consent')) return `${root}dist/npm/${name ?? 'index'}.js`;
          return id === ENTRY ? id : null;
        },
        load: (id) => (id === ENTRY ? source : null),
      },
      svelte(isServer ? 'server' : 'client'),
    ],
    resolve: { alias },
    transform: {
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'false',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
    },
  });
  const { output } = await build.generate({
    format: isServer ? 'es' : 'iife',
    codeSplitting: false,
  });
  await build.close();
  return output[0].code;
}

/** What a bundle for a server makes of the page, once a worker. */
export function writtenBy(source: string, bundling: Bundling = {}): Promise<string> {
  const key = JSON.stringify(['written', source, bundling]);
  const before = made.get(key) ?? write(source, bundling);
  made.set(key, before);
  return before;
}

async function write(source: string, bundling: Bundling): Promise<string> {
  const code = await bundle(source, { ...bundling, isServer: true });
  const folder = await mkdtemp(join(tmpdir(), 's9-server-'));
  const file = join(folder, 'server.mjs');
  await writeFile(file, code);
  const { page } = (await import(pathToFileURL(file).href)) as { page: string | Promise<string> };
  const written = await page;
  await rm(folder, { recursive: true });
  return written;
}
