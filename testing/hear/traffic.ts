// Hears every request of the page, its frames, workers and windows, and every cookie an answer sets.
import type { Page, Request, Response, WebSocket } from 'playwright';
import { parse } from '../facts/address.ts';
import type { Neighbours } from '../facts/neighbours.ts';
import type { Timeline } from '../judge/timeline.ts';
import { Activity } from './activity.ts';
import { factsInAnswer } from './answer-facts.ts';
import { askerOf, byOf } from './asker.ts';
import { kindOf } from './request-kind.ts';
import { Asked } from './stopped.ts';
import { Windows } from './windows.ts';

export interface Traffic {
  readonly activity: Activity;
  /** Whether a request event told of this address. */
  hasSeen(url: string): boolean;
  /** Resolves when the headers of every answer so far have been read. */
  headersRead(): Promise<unknown>;
  close(): void;
}

export function hearTraffic(
  page: Page,
  near: Neighbours,
  timeline: Pick<Timeline, 'add' | 'retract'>,
): Traffic {
  const context = page.context();
  const activity = new Activity();
  const seen = new Set<string>();
  const reading = new Set<Promise<void>>();
  const asked = new Asked(timeline);

  const onSocket = (socket: WebSocket): void => {
    const url = socket.url();
    activity.note();
    seen.add(url);
    if (!near.isFine(url)) timeline.add({ kind: 'web-socket', url });
  };
  const windows = new Windows(page, onSocket);

  const onRequest = (request: Request): void => {
    if (!windows.isTheirs(request)) return;
    const url = request.url();
    const kind = kindOf(request);
    activity.begin(request, kind);
    seen.add(url);
    if (!near.ownHost && request.isNavigationRequest() && askerOf(request).isMainFrame) {
      near.ownHost = parse(url)?.host ?? '';
    }
    if (!near.isFine(url)) asked.begin(request, { kind, url, by: byOf(request) });
  };
  const onEnd = (request: Request): void => {
    activity.end(request);
    asked.end(request);
  };
  const onResponse = (response: Response): void => {
    if (!windows.isTheirs(response.request())) return;
    // A page that is gone has no headers left to read.
    const read = factsInAnswer(response, near)
      .then((facts) => facts.forEach((fact) => timeline.add(fact)))
      .catch(() => undefined)
      .finally(() => reading.delete(read));
    reading.add(read);
  };

  context.on('request', onRequest);
  context.on('requestfinished', onEnd);
  context.on('requestfailed', onEnd);
  context.on('response', onResponse);

  return {
    activity,
    hasSeen: (url) => seen.has(url),
    headersRead: () => Promise.all(reading),
    close() {
      context.off('request', onRequest);
      context.off('requestfinished', onEnd);
      context.off('requestfailed', onEnd);
      context.off('response', onResponse);
      windows.close();
    },
  };
}
