// A telemetry receiver: takes OTLP over HTTP, keeps every body in order of arrival, answers as told.
import { bodyOf, listen, pathOf } from './server.ts';

export interface SentEvent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Delivery {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Reply {
  status: number;
  delayMs: number;
  headers: Record<string, string>;
}

export interface Receiver {
  readonly origin: string;
  /** Bodies as they arrived, whatever the answer was. */
  deliveries(): readonly Delivery[];
  /** Log records of all OTLP bodies, oldest first. */
  events(name?: string): readonly SentEvent[];
  /** How it answers from now on. */
  answerWith(reply: Partial<Reply>): void;
  close(): Promise<void>;
}

interface AnyValue {
  stringValue?: string;
  boolValue?: boolean;
  intValue?: string;
  doubleValue?: number;
}
interface LogRecord {
  eventName?: string;
  attributes?: { key: string; value: AnyValue }[];
}
interface Otlp {
  resourceLogs?: { scopeLogs?: { logRecords?: LogRecord[] }[] }[];
}

const plain = ({ stringValue, boolValue, intValue, doubleValue }: AnyValue): unknown =>
  stringValue ??
  boolValue ??
  doubleValue ??
  (intValue === undefined ? undefined : Number(intValue));

/** OTLP's nested shape as a flat list. */
export function eventsIn(body: string): SentEvent[] {
  const { resourceLogs = [] } = JSON.parse(body) as Otlp;
  return resourceLogs
    .flatMap(({ scopeLogs = [] }) => scopeLogs)
    .flatMap(({ logRecords = [] }) => logRecords)
    .map(({ eventName = '', attributes = [] }) => ({
      name: eventName,
      attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)])),
    }));
}

export async function startReceiver(onContact: (what: string) => void): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  let reply: Reply = { status: 200, delayMs: 0, headers: {} };
  const server = await listen(async (request, response) => {
    const path = pathOf(request);
    onContact(`the receiver got ${request.method} ${path}`);
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
      'access-control-allow-methods': 'POST',
    };
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();
    deliveries.push({ path, body: await bodyOf(request), headers: request.headers });
    const { status, delayMs, headers } = reply;
    if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
    return response
      .writeHead(status, { ...cors, 'content-type': 'application/json', ...headers })
      .end('{}');
  });
  return {
    origin: `http://collector.localhost:${server.port}`,
    deliveries: () => [...deliveries],
    events: (name) => {
      const all = deliveries.flatMap(({ body }) => eventsIn(body));
      return name === undefined ? all : all.filter((event) => event.name === name);
    },
    answerWith: (changed) => {
      reply = { ...reply, ...changed };
    },
    close: () => server.close(),
  };
}
