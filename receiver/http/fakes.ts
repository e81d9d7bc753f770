// A receiver that is served, what is sent to it, and what it answers: for the tests of each side of it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { GivenPolicy } from '../../src/core/settings/given.ts';
import { freshId } from '../fakes.ts';
import type { ReceiverOptions } from '../options.ts';
import { createReceiver } from '../receiver.ts';
import { type Store, type StoredEvent } from '../store.ts';

/** What came to the store. */
export interface Fake extends Store {
  readonly written: StoredEvent[];
  readonly erased: string[];
}

export function fakeStore(changes: Partial<Store> = {}): Fake {
  const [written, erased]: [StoredEvent[], string[]] = [[], []];
  return {
    written,
    erased,
    write: async (events) => void written.push(...events),
    erase: async (recordId) => erased.push(recordId),
    proof: async (recordId) => written.find((each) => each.recordId === recordId),
    expire: async () => undefined,
    stats: async () => ({ views: written.length }) as never,
    close: async () => undefined,
    ...changes,
  };
}

export const TIMED: GivenPolicy = {
  dataItems: { 'time-on-page': { name: 'Time on each page' }, language: { name: 'Language' } },
  purposes: [
    {
      id: 'analytics',
      data: ['ip', 'domain', 'browser', 'os', 'page', 'time-on-page', 'language'],
      queryParameters: ['page'],
    },
  ],
};

export async function served(options: Partial<ReceiverOptions> = {}) {
  const store = fakeStore();
  const receive = createReceiver({ policy: TIMED, store, ...options });
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    receive.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const origin = `http://127.0.0.1:${port}`;
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${origin}/v1/logs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body as BodyInit,
    });
  return { store, origin, port, post };
}

export type Value = string | number | boolean | object;

export const valueOf = (value: Value) => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  return value;
};

export interface Sent {
  readonly name?: string;
  readonly atMs?: number;
  readonly attributes?: Readonly<Record<string, Value | undefined>>;
}

/** Log records with ids of their own where they say none. */
export const logs = (...records: Sent[]): string =>
  JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: records.map(({ name = 's9.page_view', atMs = Date.now(), attributes }) => ({
              timeUnixNano: `${atMs}000000`,
              observedTimeUnixNano: `${atMs}000000`,
              eventName: name,
              attributes: Object.entries({
                's9.event.id': freshId(),
                's9.record.id': 'record-1',
                ...attributes,
              })
                .filter(([, value]) => value !== undefined)
                .map(([key, value]) => ({ key, value: valueOf(value as Value) })),
            })),
          },
        ],
      },
    ],
  });

export const RECORD = 'resourceLogs[0].scopeLogs[0].logRecords[0]';
export const answerOf = async (response: Response): Promise<[number, unknown]> => [
  response.status,
  await response.json(),
];
export const refusal = async (response: Response) => {
  const [status, json] = await answerOf(response);
  return [status, (json as { message: string }).message];
};
