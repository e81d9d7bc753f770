// What a request is, in the words of a Customer.
import type { Request } from 'playwright';
import type { ContactKind } from '../facts/fact.ts';
import { askerOf } from './asker.ts';

const BY_TYPE: Readonly<Record<string, ContactKind>> = {
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  texttrack: 'media',
  font: 'font',
  xhr: 'fetch',
  fetch: 'fetch',
  ping: 'beacon',
  beacon: 'beacon',
  eventsource: 'event-source',
  websocket: 'web-socket',
  prefetch: 'prefetch',
  cspreport: 'report',
};

/** Firefox calls all of these documents; their headers tell them apart. */
function byHeaders(request: Request): ContactKind | null {
  const headers = request.headers();
  if ('sec-websocket-version' in headers) return 'web-socket';
  if (headers['accept'] === 'text/event-stream') return 'event-source';
  if (headers['content-type'] === 'text/ping') return 'ping';
  if (/csp-report|reports\+json/.test(headers['content-type'] ?? '')) return 'report';
  if (/prefetch/.test(headers['sec-purpose'] ?? headers['purpose'] ?? '')) return 'prefetch';
  if (/^(object|embed)$/.test(headers['sec-fetch-dest'] ?? '')) return 'frame';
  const isAside = headers['sec-fetch-dest'] === 'empty' && headers['sec-fetch-mode'] === 'no-cors';
  if (request.resourceType() !== 'fetch' && request.method() === 'POST' && isAside) return 'beacon';
  return null;
}

export function kindOf(request: Request): ContactKind {
  if (request.redirectedFrom()) return 'redirect';
  const special = byHeaders(request);
  if (special) return special;
  if (request.isNavigationRequest()) {
    if (askerOf(request).isMainFrame) return 'navigation';
    return request.method() === 'POST' ? 'form' : 'frame';
  }
  return BY_TYPE[request.resourceType()] ?? 'request';
}
