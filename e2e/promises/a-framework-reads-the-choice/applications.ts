// The same application in each framework: what its server writes, and the script that wakes it.
import { fileURLToPath } from 'node:url';
import { bundle, writtenBy } from './bundling.ts';

export interface Application {
  readonly name: string;
  /** What stands in the page before its script runs; `{{third-party}}` in it. */
  written(): Promise<string>;
  script(): Promise<string>;
}

const REACT_18 = fileURLToPath(new URL('../../react18/node_modules/', import.meta.url));
const EIGHTEEN = { react: `${REACT_18}react`, 'react-dom': `${REACT_18}react-dom` };

const app = (file: string): string =>
  JSON.stringify(fileURLToPath(new URL(`apps/${file}`, import.meta.url)));

const inApp = async (page: Promise<string>): Promise<string> => `<div id="app">${await page}</div>`;

const waking = (imports: string, start: string): string => `${imports}
  const origin = globalThis.thirdParty = '{{third-party}}';
  globalThis.wake = () => { ${start}; globalThis.isAwake = true; };
  if (!location.search.includes('late')) wake();`;

const ORIGIN = "{ origin: '{{third-party}}' }";

const react = (name: string, alias: Readonly<Record<string, string>>): Application => ({
  name,
  written: () =>
    inApp(
      writtenBy(
        `import { createElement } from 'react';
       import { renderToString } from 'react-dom/server.browser';
       import { App } from ${app('react.js')};
       export const page = renderToString(createElement(App, ${ORIGIN}));`,
        { alias },
      ),
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
      inApp(
        writtenBy(
          `import { createSSRApp } from 'vue';
         import { renderToString } from 'vue/server-renderer';
         import { App } from ${app('vue.js')};
         export const page = renderToString(createSSRApp(App, ${ORIGIN}));`,
        ),
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
      inApp(
        writtenBy(
          `import { render } from 'svelte/server';
         import App from ${app('svelte.svelte')};
         export const page = render(App, { props: ${ORIGIN} }).body;`,
          { platform: 'node' },
        ),
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
    written: () =>
      writtenBy(
        `globalThis.thirdParty = '{{third-party}}';
         globalThis.ngDevMode = false;
         const { write } = await import(${app('angular-server.js')});
         const document = await write();
         export const [, page] = /<body.*?>(.*)<\\/body>/s.exec(document);`,
        { platform: 'node' },
      ),
    script: () => bundle(waking(`import { start } from ${app('angular.js')};`, 'start()')),
  },
];

/** React's entry, through Preact's stand-in for React. */
export const withPreact = (): Promise<string> =>
  bundle(
    waking(
      `import { createElement, render } from 'preact/compat';
       import { App } from ${app('react.js')};`,
      "render(createElement(App, { origin }), document.querySelector('#app'))",
    ),
    { alias: { react: 'preact/compat' } },
  );

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
