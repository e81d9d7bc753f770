// The demo server's own addresses: the receiver, what the panel is fed by, what the site says of itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../receiver/http/body.ts';
import { createEventStream } from './event-stream.ts';
import type { Journal } from './journal.ts';
import { RECEIVER_MODES, type Receiver, type ReceiverMode } from './receiver.ts';
import { createTeller, inShort, type ToldArrival } from './told.ts';

export const RECEIVER_PATH = '/v1/logs';
const STATS_PATH = '/stats';
const EVENTS_PATH = '/__demo/events';
const MODE_PATH = '/__demo/receiver';
const MODE_BODY_LIMIT = 256;

/** What the sample Customer says of Global Privacy Control (S-01): see docs/gpc. */
const GPC_PATH = '/.well-known/gpc.json';
const GPC = { gpc: true, lastUpdate: '2026-11-22' };

/** What a panel is told first. */
export interface Snapshot {
  readonly mode: ReceiverMode;
  readonly arrivals: readonly ToldArrival[];
}

export interface Routes {
  /** Connect's shape: `next` is called for an address that is not ours. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  close(): void;
}

async function modeIn(request: IncomingMessage): Promise<ReceiverMode | undefined> {
  // Only JSON: another site's page cannot send that here without asking first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    const { mode }: { mode?: unknown } = JSON.parse(
      await readBody(request, 'identity', MODE_BODY_LIMIT, { left: MODE_BODY_LIMIT }),
    );
    return RECEIVER_MODES.find((known) => known === mode);
  } catch {
    return undefined;
  }
}

export function createRoutes(journal: Journal, receiver: Receiver): Routes {
  const panels = createEventStream();
  const stopListening = journal.listen(createTeller(panels.send));

  const events = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') {
      const first: Snapshot = { mode: receiver.mode, arrivals: journal.arrivals().map(inShort) };
      panels.open(request, response, ['snapshot', first]);
    } else if (request.method === 'DELETE') {
      journal.clear();
      response.writeHead(204).end();
    } else {
      response.writeHead(405, { Allow: 'GET, DELETE' }).end();
    }
  };

  const mode = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end();
      return;
    }
    const wanted = await modeIn(request);
    if (!wanted) {
      const error = `mode: expected one of ${RECEIVER_MODES.join(', ')}, as JSON`;
      response
        .writeHead(400, { 'Content-Type': 'application/json', Connection: 'close' })
        .end(JSON.stringify({ error }));
      return;
    }
    receiver.mode = wanted;
    panels.send('mode', { mode: wanted });
    response.writeHead(204).end();
  };

  const gpc = (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(GPC));

  const byPath: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
    [RECEIVER_PATH]: (request, response) => receiver.handle(request, response),
    [STATS_PATH]: (request, response) => receiver.handle(request, response),
    [EVENTS_PATH]: events,
    [MODE_PATH]: mode,
    [GPC_PATH]: gpc,
  };

  return {
    handle(request, response, next) {
      const [path = ''] = (request.url ?? '').split('?');
      const route = Object.hasOwn(byPath, path) ? byPath[path] : undefined;
      if (route) route(request, response);
      else next();
    },
    close() {
      stopListening();
      panels.close();
    },
  };
}
