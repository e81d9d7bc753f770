// Serves the built widget files beside the demo, in dev and in preview, as a Customer's server would.
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Files of the widget at the top of `dist`, and its languages; nothing else of the folder. */
const WIDGET_FILE =
  /^\/(s9-[\w-]+\.js|social9\.json|services\.json|integrity\.json|locales\/[\w-]+\.json)$/;

export function widgetFiles(dist: string): Plugin {
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = WIDGET_FILE.exec((request.url ?? '').split('?')[0] ?? '')?.[0];
    const file = path && join(dist, path);
    if (!file || !existsSync(file)) return next();
    response.setHeader('Content-Type', TYPES[path.slice(path.lastIndexOf('.'))] ?? '');
    // Integrity of a file from another origin can only be checked with CORS.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(file).pipe(response);
  };
  return {
    name: 's9-widget-files',
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
  };
}
