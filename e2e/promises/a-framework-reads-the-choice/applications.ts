// The same application in each framework: what its server writes, and the script that wakes it.
import { fileURLToPath } from 'node:url';
import type { InputOptions, Plugin } from 'rolldown';

export interface Application {
  readonly name: string;
  /** What stands in the page before its script runs; `{{third-party}}` in it. */
  written(): Promise<string>;
  script(): Promise<string>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ENTRY = '\0entry.js';
const REACT_18 = `${root}e2e/react18/node_modules/`;
const EIGHTEEN = { react: `${REACT_18}react`, 'react-dom': `${REACT_18}react-dom` };

const app = (file: string): string =>
  JSON.stringify(fileURLToPath(new URL(`apps/${file}`, import.meta.url)));

const svelte = (generate: 'client' | 'server'): Plugin => ({
  name: 'svelte',
  transform: async (code, id) => {
    if (!id.endsWith('.svelte')) return null;
    const { compile } = await import('svelte/compiler');
    return { code: compile(code, { filename: id, generate, dev: generate === 'client' }).js.code };
  },
});

interface Bundling {
  readonly isServer?: boolean;
  /** Where packages stand, by their names. */
  readonly alias?: Readonly<Record<string, string>>;
  readonly platform?: InputOptions['platform'];
}

const made = new Map<string, Promise<string>>();

/** Once a worker, for every test that opens the page. */
function bundle(source: string, bundling: Bundling = {}): Promise<string> {
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

/** What a bundle for a server makes of the page. */
async function writtenBy(source: string, bundling: Bundling = {}): Promise<string> {
  const code = await bundle(source, { ...bundling, isServer: true });
  const address = `data:text/javascript,${encodeURIComponent(code)}`;
  const { page } = (await import(address)) as { page: string | Promise<string> };
  return `<div id="app">${await page}</div>`;
}

const waking = (imports: string, start: string): string => `${imports}
  const origin = globalThis.thirdParty = '{{third-party}}';
  globalThis.wake = () => { ${start}; globalThis.isAwake = true; };
  if (!location.search.includes('late')) wake();`;

const ORIGIN = "{ origin: '{{third-party}}' }";

const react = (name: string, alias: Readonly<Record<string, string>>): Application => ({
  name,
  written: () =>
    writtenBy(
      `import { createElement } from 'react';
       import { renderToString } from 'react-dom/server.browser';
       import { App } from ${app('react.js')};
       export const page = renderToString(createElement(App, ${ORIGIN}));`,
      { alias },
    ),
  script: () =>
    bundle(
      waking(
        `import { createElement } from 'react';
         import { hydrateRoot } from 'react-dom/client';
         import { App } from ${app('react.js')};`,
        `hydrateRoot(document.querySelector('#app'), createElement(App, { origin }),
           { onRecoverableError: (error) => console.error('recovered', error) })`,
      ),
      { alias },
    ),
});

export const APPLICATIONS: readonly Application[] = [
  react('React 19', {}),
  react('React 18', EIGHTEEN),
  {
    name: 'Vue 3',
    written: () =>
      writtenBy(
        `import { createSSRApp } from 'vue';
         import { renderToString } from 'vue/server-renderer';
         import { App } from ${app('vue.js')};
         export const page = renderToString(createSSRApp(App, ${ORIGIN}));`,
      ),
    script: () =>
      bundle(
        waking(
          `import { createSSRApp } from 'vue'; import { App } from ${app('vue.js')};`,
          "createSSRApp(App, { origin }).mount('#app')",
        ),
      ),
  },
  {
    name: 'Svelte 5',
    written: () =>
      writtenBy(
        `import { render } from 'svelte/server';
         import App from ${app('svelte.svelte')};
         export const page = render(App, { props: ${ORIGIN} }).body;`,
        { platform: 'node' },
      ),
    script: () =>
      bundle(
        waking(
          `import { hydrate } from 'svelte'; import App from ${app('svelte.svelte')};`,
          "hydrate(App, { target: document.querySelector('#app'), props: { origin } })",
        ),
      ),
  },
  {
    name: 'Angular',
    // Drawn in the browser alone.
    written: async () => '<app-root></app-root>',
    script: () => bundle(waking(`import { start } from ${app('angular.js')};`, 'start()')),
  },
];

/** Started by the package, no tag in the page. */
export const withPackage = (): Promise<string> =>
  bundle(
    waking(
      `import { createElement } from 'react';
       import { createRoot } from 'react-dom/client';
       import { App } from ${app('react.js')};
       import { startWidget } from ${app('package.js')};`,
      `createRoot(document.querySelector('#app')).render(createElement(App, { origin }));
       startWidget()`,
    ),
  );
