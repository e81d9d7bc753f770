// The built files on a site of their own, and a saboteur between them and the page.
import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, normalize, resolve } from 'node:path';
import { listen, pathOf, typeOf } from './server.ts';

/** What happens to a file on its way; a file without an entry arrives as built. */
export type Sabotage = 'one-byte-changed' | 'aborted' | 'missing' | 'emptied';

export interface WidgetFiles {
  readonly origin: string;
  /** File names asked for, in order. */
  fetched(): readonly string[];
  sabotage(file: string, how: Sabotage): void;
  restore(file: string): void;
  /** Holds a file back until the function it returns is called. */
  hold(file: string): () => void;
  close(): Promise<void>;
}

export const distFolder = resolve(process.env['S9_DIST'] ?? 'dist/tag');

/** The last byte, a line end or a semicolon, becomes a blank: the file would still run if it were let in. */
function oneByteChanged(bytes: Buffer): Buffer {
  const last = bytes.toString('latin1', bytes.length - 1);
  if (last !== '\n' && last !== ';') throw new Error(`the last byte is ${JSON.stringify(last)}`);
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from(' ')]);
}

export async function serveWidgetFiles(): Promise<WidgetFiles> {
  const fetched: string[] = [];
  const sabotages = new Map<string, Sabotage>();
  const held = new Map<string, Promise<void>>();
  const server = await listen(async (request, response) => {
    const name = normalize(pathOf(request)).slice(1);
    fetched.push(name);
    const sabotage = sabotages.get(name);
    if (sabotage === 'aborted') return request.socket.destroy();
    await held.get(name);
    const bytes = await readFile(join(distFolder, name)).catch(() => null);
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (bytes === null || sabotage === 'missing') return response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, 'content-type': typeOf(name) });
    if (sabotage === 'emptied') return response.end();
    return response.end(sabotage === 'one-byte-changed' ? oneByteChanged(bytes) : bytes);
  });
  return {
    origin: `http://127.0.0.1:${server.port}`,
    fetched: () => [...fetched],
    sabotage: (file, how) => {
      sabotages.set(file, how);
    },
    restore: (file) => {
      sabotages.delete(file);
    },
    hold: (file) => {
      const gate = new EventEmitter();
      held.set(
        file,
        once(gate, 'open').then(() => undefined),
      );
      return () => void gate.emit('open');
    },
    close: () => server.close(),
  };
}
