// The demo's receiver over real HTTP: what its panel is told, and how it is made to fail.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LISTENERS_LIMIT } from './event-stream.ts';
import { createJournal, type Journal } from './journal.ts';
import { createDemoReceiver, type Receiver } from './receiver.ts';
import { createRoutes, type Routes } from './routes.ts';

const SLOW_MS = 150;
let journal: Journal;
let receiver: Receiver;
let routes: Routes;
let server: Server;
let origin: string;

beforeEach(async () => {
  journal = createJournal();
  receiver = createDemoReceiver(journal, SLOW_MS);
  routes = createRoutes(journal, receiver);
  server = createServer((request, response) =>
    routes.handle(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  routes.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await receiver.close();
});

const JSON_TYPE = { 'Content-Type': 'application/json' };

const logs = (...ids: string[]) =>
  JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: ids.map((id) => ({
              timeUnixNano: `${Date.now()}000000`,
              eventName: 's9.page_view',
              attributes: ['s9.event.id', 's9.record.id'].map((key) => ({
                key,
                value: { stringValue: id },
              })),
            })),
          },
        ],
      },
    ],
  });

const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${origin}/v1/logs`, { method: 'POST', headers, body });
const setMode = (mode: unknown, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${origin}/__demo/receiver`, { method: 'POST', headers, body: JSON.stringify({ mode }) });

/** What a stream sends, event by event. */
async function* eventsOf(response: Response) {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
      if (name && data) yield { name, data: JSON.parse(data) as unknown };
      text = text.slice(end + 2);
    }
  }
}

const openPanel = () => fetch(`${origin}/__demo/events`);

describe('a message', () => {
  it('is taken and told in full', async () => {
    const body = logs('a');
    const response = await post(body, { ...JSON_TYPE, Referer: 'http://localhost:4173/' });
    expect([response.status, await response.json()]).toEqual([200, { partialSuccess: {} }]);
    expect(journal.arrivals()).toMatchObject([
      {
        to: 'receiver',
        method: 'POST',
        host: origin.slice('http://'.length),
        path: '/v1/logs',
        ip: '127.0.0.1',
        cameFrom: 'http://localhost:4173/',
        status: 200,
        body,
        events: [{ name: 's9.page_view', id: 'a', repeats: 0 }],
      },
    ]);
  });

  it('is turned away with the path of what is wrong', async () => {
    const response = await post('{"resourceLogs":[{"scopeLogs":7}]}');
    const error = 'resourceLogs[0].scopeLogs: expected an array';
    expect([response.status, await response.json()]).toEqual([400, { code: 3, message: error }]);
    expect(journal.arrivals()).toMatchObject([{ status: 400, error, events: [] }]);
  });
});

it('L-25 the proof of a choice is told as such', async () => {
  const attributes = { 's9.event.id': 'r', 's9.record.id': 'r', 's9.subject.id': 's' };
  const record = {
    timeUnixNano: `${Date.now()}000000`,
    eventName: 's9.choice',
    attributes: Object.entries(attributes).map(([key, stringValue]) => ({
      key,
      value: { stringValue },
    })),
  };
  await post(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] }));
  expect(journal.arrivals()).toMatchObject([
    { status: 200, purpose: 'The proof of a choice, which needs no grant' },
  ]);
});

describe('a repeat', () => {
  it('is counted and not told again', async () => {
    for (const body of [logs('a'), logs('a'), logs('a', 'b'), logs('c', 'c')]) await post(body);
    const told = journal.arrivals().map(({ landedAtMs, events }) => ({
      requests: landedAtMs.length,
      events: events.map(({ id, repeats }) => `${id} ${repeats}`),
    }));
    expect(told).toEqual([
      { requests: 2, events: ['a 2'] },
      { requests: 1, events: ['b 0'] },
      { requests: 1, events: ['c 1'] },
    ]);
  });

  it('of what was turned away is no repeat', async () => {
    await setMode('down');
    const down = await post(logs('a'));
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '5']);
    await setMode('ok');
    expect((await post(logs('a'))).status).toBe(200);
    expect(journal.arrivals()).toMatchObject([
      { status: 503, events: [] },
      { status: 200, events: [{ repeats: 0 }] },
    ]);
  });
});

describe('what is kept', () => {
  it('is forgotten on demand', async () => {
    await post(logs('a'));
    const cleared = await fetch(`${origin}/__demo/events`, { method: 'DELETE' });
    expect([cleared.status, journal.arrivals()]).toEqual([204, []]);
    await post(logs('a'));
    expect(journal.arrivals()).toMatchObject([
      { landedAtMs: [expect.any(Number)], events: [{ repeats: 0 }] },
    ]);
  });
});

describe('the panel', () => {
  it('hears what was, and then what comes', async () => {
    await post(logs('a'));
    const events = eventsOf(await openPanel());
    const next = async () => (await events.next()).value;
    expect(await next()).toMatchObject({
      name: 'snapshot',
      data: { mode: 'ok', arrivals: [{ id: 1 }] },
    });
    await post(logs('b'));
    expect(await next()).toMatchObject({ name: 'arrivals', data: [{ id: 2 }] });
    await setMode('slow');
    expect(await next()).toEqual({ name: 'mode', data: { mode: 'slow' } });
    journal.clear();
    expect(await next()).toEqual({ name: 'clear', data: {} });
  });

  it('is one of few', async () => {
    const responses = await Promise.all(Array.from({ length: LISTENERS_LIMIT }, openPanel));
    expect(responses.map(({ status }) => status)).not.toContain(503);
    expect((await openPanel()).status).toBe(503);
    await Promise.all(responses.map(({ body }) => body?.cancel()));
  });

  it('can make the receiver slow, which takes the message at once and answers later', async () => {
    await setMode('slow');
    const startedMs = performance.now();
    const response = post(logs('a'));
    while (journal.arrivals().length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await response).status).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThan(SLOW_MS - 20);
  });

  it.each([
    ['sideways', JSON_TYPE],
    ['down', { 'Content-Type': 'text/plain' }],
  ])('cannot set the mode to %s with %j', async (mode, headers) => {
    expect((await setMode(mode, headers)).status).toBe(400);
    expect((await post(logs('a'))).status).toBe(200);
  });
});
