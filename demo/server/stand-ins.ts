// Stands in for the third parties of the sample page, on an origin of its own.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Journal } from './journal.ts';
import { seenIn } from './seen.ts';

export interface StandIns {
  readonly origin: string;
  close(): void;
}

interface Served {
  readonly under: string;
  readonly file: string;
  readonly type: 'text/html' | 'text/javascript' | 'image/svg+xml';
  /** What the request is for, in words. */
  readonly purpose: string;
}

const SERVED: readonly Served[] = [
  {
    under: '/analytics.js',
    file: 'analytics.js',
    type: 'text/javascript',
    purpose: 'A statistics company’s script',
  },
  {
    under: '/collect',
    file: 'dot.svg',
    type: 'image/svg+xml',
    purpose: 'The statistics script reports this visit',
  },
  {
    under: '/pixel/',
    file: 'dot.svg',
    type: 'image/svg+xml',
    purpose: 'A picture that the page put there live, held by nobody',
  },
  { under: '/video/', file: 'video.html', type: 'text/html', purpose: 'A video player in a frame' },
  { under: '/pin/', file: 'pin.html', type: 'text/html', purpose: 'A picture board in a frame' },
  { under: '/share.js', file: 'share.js', type: 'text/javascript', purpose: 'A share counter' },
  { under: '/comments.js', file: 'comments.js', type: 'text/javascript', purpose: 'A comment box' },
];

/** Whoever does not say what they want holds no connection for long. */
const IMPATIENT = {
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
};

/** As far as another port is looked for when the wished one is taken. */
const PORTS_TRIED = 20;

function answer(journal: Journal) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in.invalid');
    const known =
      request.method === 'GET' ? SERVED.find(({ under }) => pathname.startsWith(under)) : undefined;
    const status = known ? 200 : 404;
    const purpose = known?.purpose ?? 'Something these stand-ins do not have';
    journal.record({ ...seenIn(request), to: 'third-party', status, purpose });
    if (!known) {
      response.writeHead(404).end();
      return;
    }
    const body = await readFile(new URL(`./stand-ins/${known.file}`, import.meta.url));
    response.writeHead(200, {
      'Content-Type': `${known.type}; charset=utf-8`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
      // Never from a cache: each time it is fetched, the panel is to show it.
      'Cache-Control': 'no-store',
    });
    response.end(body);
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Listens at `port`, or at the next free one after it. */
export async function startStandIns(journal: Journal, port: number): Promise<StandIns> {
  const handle = answer(journal);
  const server = createServer(IMPATIENT, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  for (let tried = port; ; tried += 1) {
    try {
      await listen(server, tried);
      break;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (taken && port !== 0 && tried < port + PORTS_TRIED) continue;
      throw new Error(`No free port for the demo's third parties from ${port} on.`, {
        cause: error,
      });
    }
  }
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
