// Hears every request of the page, its frames, workers and windows, and every cookie an answer sets.
import type { Page, Request, Response, WebSocket } from 'playwright';
import type { Fact } from './facts.ts';
import { type Neighbours, parse } from './hosts.ts';
import { askerOf, byOf, contactsIn, cookiesIn, kindOf } from './requests.ts';

export interface Traffic {
  /** Whether a request event told of this address. */
  hasSeen(url: string): boolean;
  /** Requests without an end yet, streams not counted; and how often anything happened. */
  activity(): { readonly open: number; readonly count: number };
  /** No end is told of a request for this address, though there may be one. */
  disregard(url: string): void;
  /** Resolves when the headers of every answer so far have been read. */
  headersRead(): Promise<void>;
  close(): void;
}

const STREAMS = new Set(['event-source', 'web-socket', 'media']);

export function hearTraffic(page: Page, near: Neighbours, add: (fact: Fact) => void): Traffic {
  const context = page.context();
  const pages = new Set([page]);
  const seen = new Set<string>();
  const open = new Set<Request>();
  const endless = new Set<string>();
  const reading = new Set<Promise<void>>();
  let count = 0;

  /** Service workers belong to the site, not to a page; windows the page opens belong to it. */
  const isOurs = (request: Request): boolean => {
    if (request.serviceWorker()) return true;
    try {
      return pages.has(request.frame().page());
    } catch {
      return true;
    }
  };

  const onRequest = (request: Request): void => {
    if (!isOurs(request)) return;
    count += 1;
    const url = request.url();
    const kind = kindOf(request);
    seen.add(url);
    if (!STREAMS.has(kind)) open.add(request);
    if (!near.ownHost && request.isNavigationRequest() && askerOf(request).isMainFrame) {
      near.ownHost = parse(url)?.host ?? '';
    }
    if (!near.isFine(url)) add({ kind, url, by: byOf(request) });
  };

  const onEnd = (request: Request): void => {
    count += 1;
    open.delete(request);
  };

  async function readHeaders(response: Response): Promise<void> {
    const headers = await response.headersArray();
    const url = response.url();
    for (const name of cookiesIn(headers)) {
      add({ kind: 'cookie', url, name, by: `the answer of ${url}` });
    }
    if (!response.request().isNavigationRequest() || !near.isFine(url)) return;
    for (const contact of contactsIn(headers, url)) if (!near.isFine(contact.url)) add(contact);
  }

  const onResponse = (response: Response): void => {
    if (!isOurs(response.request())) return;
    // A page that is gone has no headers left to read.
    const read = readHeaders(response)
      .catch(() => undefined)
      .finally(() => reading.delete(read));
    reading.add(read);
  };

  const onSocket = (socket: WebSocket): void => {
    const url = socket.url();
    count += 1;
    seen.add(url);
    if (!near.isFine(url)) add({ kind: 'web-socket', url });
  };
  const adopt = (popup: Page): void => {
    pages.add(popup);
    popup.on('websocket', onSocket);
    popup.on('popup', adopt);
  };

  context.on('request', onRequest);
  context.on('requestfinished', onEnd);
  context.on('requestfailed', onEnd);
  context.on('response', onResponse);
  adopt(page);

  return {
    hasSeen: (url) => seen.has(url),
    activity: () => ({
      open: [...open].filter((request) => !endless.has(request.url())).length,
      count,
    }),
    disregard: (url) => void endless.add(url),
    headersRead: async () => {
      await Promise.all(reading);
    },
    close() {
      context.off('request', onRequest);
      context.off('requestfinished', onEnd);
      context.off('requestfailed', onEnd);
      context.off('response', onResponse);
      for (const each of pages) {
        each.off('websocket', onSocket);
        each.off('popup', adopt);
      }
    },
  };
}
