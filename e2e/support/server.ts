// One plain http server on a port of its own, closed without waiting for anyone.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkDelay } from './slowness.ts';

export interface Server {
  readonly port: number;
  /** How many connections have been made, with or without a request. */
  connections(): number;
  close(): Promise<void>;
}

export type Answerer = (request: IncomingMessage, response: ServerResponse) => unknown;

export async function listen(answer: Answerer): Promise<Server> {
  const server = createServer((request, response) => {
    Promise.resolve(networkDelay())
      .then(() => answer(request, response))
      .catch((fault: unknown) => {
        response.writeHead(500).end(String(fault));
      });
  });
  let connections = 0;
  server.on('connection', () => {
    connections++;
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections: () => connections,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
};

export const typeOf = (path: string): string =>
  TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

export const pathOf = (request: IncomingMessage): string =>
  new URL(request.url ?? '/', 'http://any').pathname;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
