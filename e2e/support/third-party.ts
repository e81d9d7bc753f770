// A third party: scripts, frames and images on a site of its own, and a list of who asked for what.
import { listen, pathOf, typeOf } from './server.ts';

export interface ThirdParty {
  readonly origin: string;
  readonly host: string;
  /** Paths asked for, in order of arrival; `OPTIONS /x` for a preflight. */
  hits(): readonly string[];
  /** How often a path was asked for. */
  count(path: string): number;
  /** Connections made, with or without a request. */
  connections(): number;
  close(): Promise<void>;
}

/** A tenth of a second of silence: a player that cannot play what it gets may ask again. */
function silence(): Buffer {
  const samples = Buffer.alloc(800, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.writeUInt32LE(16, 16);
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const) {
    header.writeUInt16LE(value, at);
  }
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** Every script says that it ran by adding its path to `window.ran`. */
function contentOf(path: string): string | Buffer {
  if (path.endsWith('.wav')) return silence();
  if (path.endsWith('.js')) return `(globalThis.ran ??= []).push(${JSON.stringify(path)});`;
  if (path.endsWith('.css')) return 'body { --third-party-style: loaded }';
  if (path.endsWith('.svg')) {
    return '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
  }
  if (path.endsWith('.html')) {
    return '<!doctype html><html lang="en"><title>A frame</title><p>Frame of a third party</p></html>';
  }
  return '';
}

export async function startThirdParty(onContact: (what: string) => void): Promise<ThirdParty> {
  const hits: string[] = [];
  const server = await listen((request, response) => {
    const path = pathOf(request);
    const hit = request.method === 'GET' ? path : `${request.method} ${path}`;
    hits.push(hit);
    onContact(`the third party was asked for ${hit}`);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cache-control': 'no-store',
      'content-type': typeOf(path),
    });
    response.end(contentOf(path));
  });
  const host = 'video.localhost';
  return {
    origin: `http://${host}:${server.port}`,
    host,
    hits: () => [...hits],
    count: (path) => hits.filter((hit) => hit === path).length,
    connections: () => server.connections(),
    close: () => server.close(),
  };
}
