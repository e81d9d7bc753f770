// What the studio's frames need of a server: an empty page, worse lines, and what each file weighs.
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Connect, Plugin } from 'vite';
import { FILES } from './files.ts';

const FRAME = '/__studio/frame';
const WEIGHTS = '/__studio/files.json';
const HOLDINGS = '/__studio/holds.json';
const LINE = /^\/__studio\/line\/(slow|cut|blocked)\/(s9-[\w-]+\.js|locales\/[\w-]+\.json)$/;

/** The studio writes the page, from outside, before anything else of it runs. */
const EMPTY = '<!doctype html><script>frameElement.begin(window)</script>';

const SLOW_MS = 6000;
const TAG = 's9-consent.js';

/** Which files do not get through a line; the others arrive as they are. */
const LOST: Readonly<Record<string, (file: string) => boolean>> = {
  slow: () => false,
  cut: (file) => file !== TAG,
  blocked: (file) => file === 's9-consent-ui.js',
};

export interface StudioServerOptions {
  /** Where the built files stand. */
  readonly folder: string;
}

/** Bytes of each built file as a good server sends it (brotli 11). */
function weights(folder: string): Record<string, number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.js$|^locales[\\/].+\.json$/.test(name),
      )
    : [];
  return Object.fromEntries(
    names.map((name) => [
      name,
      brotliCompressSync(readFileSync(join(folder, name)), { params }).length,
    ]),
  );
}

/** What each built file holds, as docs/files.md has it. */
const holdings = (): Record<string, string> =>
  Object.fromEntries(Object.values(FILES).map(({ name, holds }) => [name, holds]));

const send = (response: ServerResponse, type: string, body: string): void => {
  response
    .writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' })
    .end(body);
};

function overLine(folder: string, line: string, file: string, response: ServerResponse): void {
  if (LOST[line]?.(file)) return void response.destroy();
  if (!existsSync(join(folder, file))) return void response.writeHead(404).end();
  const answer = () => {
    response.writeHead(200, {
      'Content-Type': `${file.endsWith('.json') ? 'application/json' : 'text/javascript'}; charset=utf-8`,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    });
    createReadStream(join(folder, file)).pipe(response);
  };
  if (line !== 'slow' || file === TAG) return answer();
  setTimeout(answer, SLOW_MS).unref();
}

export function studioServer({ folder }: StudioServerOptions): Plugin {
  let weighed: string | undefined;

  const serve: Connect.NextHandleFunction = (request: IncomingMessage, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const [, line = '', file = ''] = LINE.exec(path) ?? [];
    if (path === FRAME) send(response, 'text/html', EMPTY);
    else if (path === HOLDINGS) send(response, 'application/json', JSON.stringify(holdings()));
    else if (path === WEIGHTS)
      send(response, 'application/json', (weighed ??= JSON.stringify(weights(folder))));
    else if (line) overLine(folder, line, file, response);
    else next();
  };
  return {
    name: 's9-studio-server',
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
  };
}
