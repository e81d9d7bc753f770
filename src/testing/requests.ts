// What a request is, in the words of a Customer, and which of its answer's headers speak to others.
import type { Request } from 'playwright';
import type { Contact, ContactKind } from './facts.ts';
import { parse } from './hosts.ts';

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

interface Asker {
  /** `null` for a service worker, and for a frame that is not there yet. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
}

export function askerOf(request: Request): Asker {
  try {
    const frame = request.frame();
    return { frameUrl: frame.url(), isMainFrame: frame.parentFrame() === null };
  } catch {
    return { frameUrl: null, isMainFrame: false };
  }
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

/** What can be told of the asker without looking into the page. */
export function byOf(request: Request): string | undefined {
  const from = request.redirectedFrom();
  if (from) return `a redirect from ${from.url()}`;
  const worker = request.serviceWorker();
  if (worker) return `the service worker ${worker.url()}`;
  const { frameUrl, isMainFrame } = askerOf(request);
  return isMainFrame || !frameUrl ? undefined : `the frame ${frameUrl}`;
}

type Headers = readonly { readonly name: string; readonly value: string }[];

const allOf = (headers: Headers, pattern: RegExp): string[] =>
  headers.filter(({ name }) => pattern.test(name)).map(({ value }) => value);

const ended = (cookie: string): boolean => {
  if (/;\s*max-age=\s*(0|-)/i.test(cookie)) return true;
  const [, expires = ''] = /;\s*expires=([^;]+)/i.exec(cookie) ?? [];
  return Date.parse(expires) <= Date.now();
};

/** Names of the cookies an answer sets; not of those it deletes. */
export const cookiesIn = (headers: Headers): string[] =>
  allOf(headers, /^set-cookie$/i)
    .flatMap((value) => value.split('\n'))
    .filter((cookie) => !ended(cookie))
    .map((cookie) => cookie.split('=', 1)[0]?.trim() ?? '');

const LINK = /<([^>]+)>\s*;[^,]*?rel="?[^",;]*(preconnect|dns-prefetch|preload|prefetch)/gi;
const REPORT = /https?:\/\/[^\s"',;]+/g;

/** Whom the headers of a document make the browser speak to. */
export function contactsIn(headers: Headers, documentUrl: string): Contact[] {
  const found: Contact[] = [];
  for (const value of allOf(headers, /^link$/i)) {
    for (const [link, address = ''] of value.matchAll(LINK)) {
      const url = parse(address, documentUrl)?.href;
      if (url) found.push({ kind: 'hint', url, by: `the header Link: ${link}` });
    }
  }
  for (const value of allOf(headers, /^(report-to|reporting-endpoints)$/i)) {
    for (const [url] of value.matchAll(REPORT)) {
      found.push({ kind: 'report', url, by: 'a Report-To or Reporting-Endpoints header' });
    }
  }
  return found;
}
