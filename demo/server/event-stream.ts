// Tells open panels what arrives, as server-sent events: at most a handful of listeners.
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface EventStream {
  /** Opens a listener and sends it `first`; 503 when there are too many. */
  open(request: IncomingMessage, response: ServerResponse, first: readonly [string, unknown]): void;
  send(name: string, data: unknown): void;
  /** Ends every listener, so that the server can stop. */
  close(): void;
}

export const LISTENERS_LIMIT = 16;
const HEARTBEAT_MS = 20_000;
/** A listener that does not read is let go rather than buffered for. */
const UNREAD_LIMIT = 4 * 1024 * 1024;

const frame = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

export function createEventStream(): EventStream {
  const listeners = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const listener of listeners) {
      if (listener.writableLength > UNREAD_LIMIT) listener.destroy();
      else listener.write(text);
    }
  };
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS).unref();

  return {
    open(request, response, [name, data]) {
      if (listeners.size >= LISTENERS_LIMIT) {
        response.writeHead(503, { 'Retry-After': '5' }).end();
        return;
      }
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      response.on('close', () => listeners.delete(response));
      response.write(frame(name, data));
    },
    send: (name, data) => write(frame(name, data)),
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
