// Bundles a page's own script as a site does; once a worker, for every test that opens the page.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

const ENTRY = '\0entry.js';
const root = fileURLToPath(new URL('../../../', import.meta.url));
const made = new Map<string, Promise<string>>();

/** Where React 18 stands apart from the React of today. */
const REACT_18 = fileURLToPath(new URL('../../react18/node_modules/', import.meta.url));
const ALIASES: Readonly<Record<number, Record<string, string>>> = {
  18: { react: `${REACT_18}react`, 'react-dom': `${REACT_18}react-dom` },
};

const entry = (source: string): Plugin => ({
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? source : null),
});

const svelte: Plugin = {
  name: 'svelte',
  transform: async (code, id) => {
    if (!id.endsWith('.svelte')) return null;
    const { compile } = await import('svelte/compiler');
    return { code: compile(code, { filename: id, generate: 'client' }).js.code };
  },
};

async function make(source: string, react?: number): Promise<string> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: ENTRY,
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [entry(source), svelte],
    resolve: { alias: (react && ALIASES[react]) || {} },
    // With the warnings a site's developer sees.
    transform: { define: { 'process.env.NODE_ENV': '"development"' } },
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  return output[0].code;
}

/** A classic script; `react` says which one it gets. */
export function bundle(source: string, react?: number): Promise<string> {
  const key = `${react} ${source}`;
  const before = made.get(key) ?? make(source, react);
  made.set(key, before);
  return before;
}

/** A file of a package that pages load as it is. */
export const library = (path: string): Promise<string> =>
  readFile(`${root}node_modules/${path}`, 'utf8');

/** A file of `apps`, for an entry to import. */
export const app = (name: string): string =>
  JSON.stringify(fileURLToPath(new URL(`apps/${name}`, import.meta.url)));
