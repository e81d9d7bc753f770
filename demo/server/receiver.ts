// A telemetry receiver: takes OTLP/HTTP logs as JSON, is strict, bounded, and can be made to fail.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './bounded-body.ts';
import type { Journal } from './journal.ts';
import { type LogEvent, readLogs } from './otlp.ts';
import { seenIn } from './seen.ts';

/** How it answers: at once, with 503 and `Retry-After`, or after a while. */
export const RECEIVER_MODES = ['ok', 'down', 'slow'] as const;
export type ReceiverMode = (typeof RECEIVER_MODES)[number];

export interface Receiver {
  mode: ReceiverMode;
  /** Answers any request to the receiver's address. Never throws, never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export const BODY_LIMIT = 64 * 1024;
const RETRY_AFTER_S = 5;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly purpose: string;
  readonly body?: string;
  readonly error?: string;
  readonly events?: readonly LogEvent[];
}

function refusal(status: number, error: string, more: Partial<Answer> = {}): Answer {
  return {
    status,
    json: { error },
    error,
    purpose: 'A message the receiver does not take',
    ...more,
  };
}

/** The asker's own origin and no credentials: telemetry is sent without any. It may read when to come again, and the time. */
function allowAsker({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin');
  response.setHeader('Access-Control-Expose-Headers', 'Date, Retry-After');
  if (headers.origin) response.setHeader('Access-Control-Allow-Origin', headers.origin);
}

const PREFLIGHT: Answer = {
  status: 204,
  purpose: 'The browser asks whether this page may send here (CORS preflight)',
  headers: {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type',
    'Access-Control-Max-Age': '600',
  },
};

function takeLogs(body: string): Answer {
  const reading = readLogs(body);
  if (!reading.ok) return refusal(400, reading.error, { body });
  return {
    status: 200,
    json: { partialSuccess: {} },
    purpose: 'Telemetry, granted by this visitor',
    events: reading.events,
    body,
  };
}

async function answerTo(request: IncomingMessage, mode: ReceiverMode): Promise<Answer> {
  if (request.method === 'OPTIONS') return PREFLIGHT;
  if (request.method !== 'POST') {
    return refusal(405, 'method: expected POST', { headers: { Allow: 'POST, OPTIONS' } });
  }
  const [mediaType = ''] = (request.headers['content-type'] ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== 'application/json') {
    return refusal(415, 'content-type: expected application/json');
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return refusal(415, 'content-encoding: expected none');
  }
  const body = await readBody(request, BODY_LIMIT);
  if (body === 'too-large') {
    // The rest of the body is still on its way; the connection cannot be used again.
    const headers = { Connection: 'close' };
    return refusal(413, `body: expected at most ${BODY_LIMIT} bytes`, { headers });
  }
  if (mode !== 'down') return takeLogs(body);
  const purpose = 'Telemetry, turned away: the receiver is down';
  return refusal(503, 'receiver: down', {
    headers: { 'Retry-After': String(RETRY_AFTER_S) },
    purpose,
    body,
  });
}

/** `slowMs`: how long `slow` waits before it answers. */
export function createReceiver(journal: Journal, slowMs: number): Receiver {
  const receiver: Receiver = {
    mode: 'ok',
    async handle(request, response) {
      allowAsker(request, response);
      const seen = seenIn(request);
      const answer = await answerTo(request, receiver.mode).catch(() => undefined);
      if (!answer) return;
      const { headers, json, ...known } = answer;
      journal.record({ ...seen, ...known, to: 'receiver' });
      const send = () => {
        if (response.destroyed) return;
        if (json) response.setHeader('Content-Type', 'application/json');
        response.writeHead(answer.status, headers).end(json && JSON.stringify(json));
      };
      if (receiver.mode !== 'slow' || request.method !== 'POST') send();
      else setTimeout(send, slowMs).unref();
    },
  };
  return receiver;
}
