// How each page with React is written by its server, and which script wakes it.
import { createRequire } from 'node:module';
import { app, bundle } from '../bundles.ts';
import { documentWith } from '../held.ts';
import { appOf, documentOf, type React } from './react-app.ts';

interface Server {
  renderToString(element: unknown): string;
}

const requireOf: Readonly<Record<number, NodeJS.Require>> = {
  18: createRequire(new URL('../../../react18/package.json', import.meta.url)),
  19: createRequire(import.meta.url),
};

const ENTRY = (make: string, wake: string): string => `
  import * as React from 'react';
  import { createRoot, hydrateRoot } from 'react-dom/client';
  import { appOf, documentOf } from ${app('react-app.ts')};
  const { createElement, StrictMode, useEffect } = React;
  globalThis.recovered = [];
  const onRecoverableError = (error) => recovered.push(String(error));
  const Made = ${make}(React);
  const Woken = () => { useEffect(() => { globalThis.isDrawn = true; }); return createElement(Made); };
  globalThis.wake = () => { ${wake} };
  if (!location.search.includes('late')) wake();`;

export interface ReactPage {
  readonly markup: string;
  readonly script: string;
}

const WAKING = '<script async src="/app.js"></script>';

/** Drawn in the browser alone. */
export const drawn = async (version: number): Promise<ReactPage> => ({
  markup: documentWith(`<div id="root"></div>${WAKING}`),
  script: await bundle(
    ENTRY(
      'appOf',
      `createRoot(document.querySelector('#root'), { onRecoverableError }).render(
         createElement(StrictMode, null, createElement(Woken)));`,
    ),
    version,
  ),
});

const written = (version: number, make: (react: React) => unknown): string => {
  const require = requireOf[version] as NodeJS.Require;
  const react = require('react') as React;
  const { renderToString } = require('react-dom/server') as Server;
  return renderToString(react.createElement(make(react)));
};

/** Written by a server, one place of it woken. */
export const place = async (version: number): Promise<ReactPage> => ({
  markup: documentWith(`<div id="root">${written(version, appOf)}</div>${WAKING}`),
  script: await bundle(
    ENTRY(
      'appOf',
      `hydrateRoot(document.querySelector('#root'), createElement(StrictMode, null, createElement(Woken)),
         { onRecoverableError });`,
    ),
    version,
  ),
});

/** Written by a server and woken as a whole. */
export const whole = async (version: number): Promise<ReactPage> => ({
  markup: `<!doctype html>${written(version, documentOf).replace('</body>', `${WAKING}</body>`)}`,
  script: await bundle(
    ENTRY('documentOf', 'hydrateRoot(document, createElement(Woken), { onRecoverableError });'),
    version,
  ),
});
