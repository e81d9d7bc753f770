// A network that delivers packages: each file of one at `/npm/<name>@<version>/…`, for every site.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listen, pathOf, typeOf } from '../../support/server.ts';
import type { Shop } from './shop.ts';

export interface Network {
  /** Where the package stands. */
  readonly address: string;
  /** Paths that were asked for and are not there. */
  missed(): readonly string[];
  close(): Promise<void>;
}

export async function deliver({ installed, manifest: { name, version } }: Shop): Promise<Network> {
  const prefix = `/npm/${name}@${version}/`;
  const missed: string[] = [];
  const server = await listen(async (request, response) => {
    const path = pathOf(request);
    const file = path.startsWith(prefix) && join(installed, path.slice(prefix.length));
    const content = file ? await readFile(file).catch(() => null) : null;
    if (content === null) missed.push(path);
    response.writeHead(content === null ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': typeOf(path),
    });
    response.end(content);
  });
  return {
    address: `http://network.localhost:${server.port}${prefix}`,
    missed: () => [...missed],
    close: () => server.close(),
  };
}
