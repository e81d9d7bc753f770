// Pages of Vue 3 and Svelte 5, and the script each of them loads.
import { readFile } from 'node:fs/promises';
import { app, bundle, library } from './bundles.ts';
import { documentWith, INLINE } from './held.ts';

export const PAGES = [
  {
    what: 'Vue 3',
    script: async () =>
      (await library('vue/dist/vue.global.js')) +
      (await readFile(new URL('apps/vue-app.js', import.meta.url), 'utf8')),
  },
  {
    what: 'Svelte 5',
    script: () =>
      bundle(`import { flushSync, mount } from 'svelte';
        import App from ${app('app.svelte')};
        mount(App, { target: document.querySelector('#app') });
        flushSync();
        globalThis.isDrawn = true;`),
  },
];

/** The text of its inline script stands in the page, for compilers read braces. */
export const MARKUP = documentWith(
  `<div id="app"></div><script type="text/plain" id="inline">${INLINE}</script>
   <script src="/app.js"></script>`,
);
