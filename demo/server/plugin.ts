// Makes Vite's server, in dev and in preview, the sample Customer's, with receiver and third parties.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { createJournal } from './journal.ts';
import { readPolicy } from './policy.ts';
import { createDemoReceiver } from './receiver.ts';
import { createRoutes } from './routes.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';

export interface DemoOptions {
  /** Port of the third parties' stand-ins. The next free one is taken if it is not free. */
  readonly standInPort?: number;
  /** How long the receiver waits in its mode `slow`, in milliseconds. */
  readonly slowMs?: number;
}

/** Where the sample pages expect their third parties; rewritten as they are served elsewhere. */
const WRITTEN_ORIGIN = 'http://127.0.0.1:4174';

const REQUEST_LIMIT_MS = 10_000;

const PAGE = /^\/(?:index\.html|[\w-]+\.html)?(?:\?|$)/;

/** Built pages are served from disk as they are; this puts the stand-ins' real address in. */
function rewritingPages({ config }: PreviewServer, origin: string): Connect.NextHandleFunction {
  const dist = resolve(config.root, config.environments['client']?.build.outDir ?? 'dist');
  return (request, response, next) => {
    if (request.method !== 'GET' || !PAGE.test(request.url ?? '')) return next();
    const { pathname } = new URL(request.url ?? '/', 'http://page.invalid');
    const file = resolve(dist, pathname === '/' ? 'index.html' : pathname.slice(1));
    readFile(file, 'utf8').then(
      (html) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(html.replaceAll(WRITTEN_ORIGIN, origin));
      },
      () => next(),
    );
  };
}

export function demoServer({ standInPort = 4174, slowMs = 8000 }: DemoOptions = {}): Plugin {
  let standIns: StandIns | undefined;

  const mount = async ({ middlewares, httpServer }: ViteDevServer | PreviewServer) => {
    const journal = createJournal();
    const receiver = createDemoReceiver(journal, slowMs, readPolicy());
    const routes = createRoutes(journal, receiver);
    const started = await startStandIns(journal, standInPort);
    // Vite's own server looks after these twice a minute; bodies have a limit of their own.
    if (httpServer && 'requestTimeout' in httpServer) {
      httpServer.headersTimeout = REQUEST_LIMIT_MS;
      httpServer.requestTimeout = REQUEST_LIMIT_MS;
    }
    httpServer?.once('close', () => {
      routes.close();
      started.close();
      void receiver.close();
    });
    middlewares.use(routes.handle);
    standIns = started;
    return started;
  };

  return {
    name: 's9-demo-server',
    // Unit tests start Vite servers too, and have no page to serve.
    apply: () => !process.env['VITEST'],
    // The receiver answers preflights itself; Vite's own answer would come first.
    config: () => ({ server: { cors: false }, preview: { cors: false } }),
    async configureServer(server) {
      await mount(server);
    },
    async configurePreviewServer(server) {
      const { origin } = await mount(server);
      if (origin !== WRITTEN_ORIGIN) server.middlewares.use(rewritingPages(server, origin));
    },
    transformIndexHtml: (html, { server }) =>
      server && standIns ? html.replaceAll(WRITTEN_ORIGIN, standIns.origin) : html,
  };
}
