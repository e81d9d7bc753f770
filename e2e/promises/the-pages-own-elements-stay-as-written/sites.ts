// Sites of several pages, each with what a site of its kind loads.

import { documentOf } from '../../support/markup.ts';
import type { World } from '../../support/world.ts';
import { library } from './bundles.ts';

/** Scripts of packages, by the name a page asks for. */
const LIBRARIES: Readonly<Record<string, string>> = {
  '/turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  '/htmx.js': 'htmx.org/dist/htmx.js',
  '/idiomorph.js': 'idiomorph/dist/idiomorph.js',
  '/idiomorph-ext.js': 'idiomorph/dist/idiomorph-ext.js',
  '/morphdom.js': 'morphdom/dist/morphdom-umd.js',
  '/jquery.js': 'jquery/dist/jquery.js',
};

/** Serves the pages, and what their scripts' addresses name. */
export async function serve(
  world: World,
  pages: Readonly<Record<string, string>>,
  ...libraries: readonly string[]
): Promise<void> {
  for (const path of libraries) world.host.put(path, await library(LIBRARIES[path] ?? ''));
  for (const [path, markup] of Object.entries(pages)) {
    world.host.put(path, documentOf(markup, undefined));
  }
}

export const load = (...libraries: readonly string[]): string =>
  libraries.map((path) => `<script src="${path}"></script>`).join('');

/** An ordinary script, by whose runs held ones beside it are measured. */
export const ordinary = (word: string): string =>
  `<script>(globalThis.plain ??= []).push('${word}')</script>`;
