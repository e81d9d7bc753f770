// The sample Customer's receiver: the published one over a temporary folder. A panel sees it work, and can make it fail.
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Answered,
  createReceiver,
  fileStore,
  type GivenPolicy,
  type Store,
  StoreBusy,
} from '../../receiver/index.ts';
import type { Journal, LogEvent } from './journal.ts';
import { seenIn } from './seen.ts';

/** How it answers: at once, with 503 and `Retry-After`, or after a while. */
export const RECEIVER_MODES = ['ok', 'down', 'slow'] as const;
export type ReceiverMode = (typeof RECEIVER_MODES)[number];

export interface Receiver {
  mode: ReceiverMode;
  /** Answers any request to the receiver's addresses. Never throws, never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** What it has stored is gone then. */
  close(): Promise<void>;
}

/** What the panel can show of a body. */
const BODY_SHOWN = 64 * 1024;

/** Of a message with nothing else in it. */
const PURPOSES: Readonly<Record<string, string>> = {
  's9.choice': 'The proof of a choice, which needs no grant',
  's9.erase': 'Asks the receiver to erase what it keeps',
};

function purposeOf({ method }: IncomingMessage, { status, taken }: Answered): string {
  if (method === 'OPTIONS') {
    return 'The browser asks whether this page may send here (CORS preflight)';
  }
  if (status === 503) return 'Telemetry, turned away: the receiver is down';
  if (status !== 200) return 'A message the receiver does not take';
  const [name, ...others] = new Set(taken?.events.map((event) => event.name));
  const isAlone = name !== undefined && others.length === 0;
  return (isAlone && PURPOSES[name]) || 'Telemetry, granted by this visitor';
}

/** The panel is told as JSON, which has no whole numbers without end. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const eventsIn = ({ taken }: Answered): LogEvent[] =>
  (taken?.events ?? []).map(({ name, id, attributes }) => ({
    name,
    id,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, plain(value)]),
    ),
  }));

/** The beginning of the body, read beside the receiver. */
function overhear(request: IncomingMessage): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    if (length < BODY_SHOWN) chunks.push(chunk.subarray(0, BODY_SHOWN - length));
    length += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function answerLater(response: ServerResponse, slowMs: number): void {
  const end = response.end.bind(response) as (text?: string) => ServerResponse;
  response.end = ((text?: string) => {
    setTimeout(() => !response.destroyed && end(text), slowMs).unref();
    return response;
  }) as typeof response.end;
}

function temporaryStore(isDown: () => boolean): Store {
  const folder = mkdtempSync(join(tmpdir(), 's9-demo-'));
  const store = fileStore({ folder });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    ...store,
    write: async (events) => {
      if (isDown()) throw new StoreBusy('receiver: down');
      await store.write(events);
    },
    close: async () => {
      await store.close();
      process.off('exit', remove);
      remove();
    },
  };
}

/** `slowMs`: how long `slow` waits before it answers. */
export function createDemoReceiver(
  journal: Journal,
  slowMs: number,
  policy: GivenPolicy = {},
): Receiver {
  const store = temporaryStore(() => receiver.mode === 'down');
  const heard = new WeakMap<IncomingMessage, () => string>();
  const receive = createReceiver({
    policy,
    store,
    publicStats: true,
    onAnswer(request, answer) {
      const body = heard.get(request);
      if (!body) return;
      const { status, message: error } = answer;
      const purpose = purposeOf(request, answer);
      const known = { status, error, purpose, body: body(), events: eventsIn(answer) };
      journal.record({ ...seenIn(request), ...known, to: 'receiver' });
    },
  });
  const receiver: Receiver = {
    mode: 'ok',
    async handle(request, response) {
      // The numbers are no message, and no panel counts them.
      if (!request.url?.startsWith('/stats')) heard.set(request, overhear(request));
      if (receiver.mode === 'slow' && request.method === 'POST') answerLater(response, slowMs);
      await receive(request, response);
    },
    async close() {
      receive.close();
      await store.close();
    },
  };
  return receiver;
}
