// What whoever answers a request cannot help seeing of the person behind it.
import type { IncomingMessage } from 'node:http';
import type { NewArrival } from './journal.ts';

type Seen = Pick<
  NewArrival,
  'atMs' | 'method' | 'host' | 'path' | 'ip' | 'browser' | 'cameFrom' | 'body' | 'error'
>;

const LONGEST = 512;
const short = (text: string | undefined): string => (text ?? '').slice(0, LONGEST);

/** The part of an arrival that stands in every request, whatever the page meant to tell. */
export function seenIn(request: IncomingMessage): Seen {
  return {
    atMs: Date.now(),
    method: request.method ?? '',
    host: short(request.headers.host),
    path: short(request.url),
    // A dual-stack socket writes an IPv4 address as ::ffff:127.0.0.1.
    ip: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    browser: short(request.headers['user-agent']),
    cameFrom: short(request.headers.referer ?? request.headers.origin),
    body: '',
    error: '',
  };
}
