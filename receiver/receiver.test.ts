// The receiver over real HTTP: what it takes, what it turns away and why, what it tells and to whom.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { GivenPolicy } from '../src/core/settings/given.ts';
import { DAY_MS, freshId, scratch } from './fakes.ts';
import { fileStore } from './file/file-store.ts';
import type { ReceiverOptions } from './options.ts';
import { createReceiver } from './receiver.ts';
import { type Store, StoreBusy, type StoredEvent } from './store.ts';

/** What came to the store. */
interface Fake extends Store {
  readonly written: StoredEvent[];
  readonly erased: string[];
}

function fakeStore(changes: Partial<Store> = {}): Fake {
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

const TIMED: GivenPolicy = {
  dataItems: { 'time-on-page': { name: 'Time on each page' }, language: { name: 'Language' } },
  purposes: [
    {
      id: 'analytics',
      data: ['ip', 'domain', 'browser', 'os', 'page', 'time-on-page', 'language'],
      queryParameters: ['page'],
    },
  ],
};

async function served(options: Partial<ReceiverOptions> = {}) {
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

type Value = string | number | boolean | object;

const valueOf = (value: Value) => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  return value;
};

interface Sent {
  readonly name?: string;
  readonly atMs?: number;
  readonly attributes?: Readonly<Record<string, Value | undefined>>;
}

/** Log records with ids of their own where they say none. */
const logs = (...records: Sent[]): string =>
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

const RECORD = 'resourceLogs[0].scopeLogs[0].logRecords[0]';
const answerOf = async (response: Response): Promise<[number, unknown]> => [
  response.status,
  await response.json(),
];
const refusal = async (response: Response) => {
  const [status, json] = await answerOf(response);
  return [status, (json as { message: string }).message];
};

describe('a message', () => {
  test('S-12 is taken, and stored as the policy lets it be', async () => {
    const { post, store } = await served();
    const attributes = { 's9.event.id': 'e1', 'url.path': '/a?page=2', 's9.visible_seconds': 1.5 };
    const atMs = Date.now();
    const response = await post(logs({ name: 's9.page_leave', atMs, attributes }));
    expect(await answerOf(response)).toEqual([200, { partialSuccess: {} }]);
    expect(store.written).toEqual([
      {
        id: 'e1',
        name: 's9.page_leave',
        occurredAtMs: atMs,
        receivedAtMs: expect.any(Number),
        recordId: 'record-1',
        attributes: { 'url.path': '/a?page=2', 's9.visible_seconds': 1.5 },
      },
    ]);
  });

  test('has the paths of people that the policy names, whoever sends them', async () => {
    const { post, store } = await served({ policy: { ...TIMED, paths: ['/reset/:token'] } });
    const paths = ['/reset/9f86?page=2', '/reset/:token', '/ann@mail.example', '/shoes/blue'];
    await post(logs(...paths.map((path) => ({ attributes: { 'url.path': path } }))));
    expect(store.written.map(({ attributes }) => attributes['url.path'])).toEqual([
      '/reset/:token?page=2',
      '/reset/:token',
      '/:email',
      '/shoes/blue',
    ]);
  });

  test('may be gzip', async () => {
    const { post, store } = await served();
    const gzip = { 'Content-Encoding': 'gzip' };
    expect((await post(gzipSync(logs({})), gzip)).status).toBe(200);
    expect(store.written).toHaveLength(1);
    expect(await refusal(await post(logs({}), gzip))).toEqual([
      400,
      'body: expected gzip, as its Content-Encoding says',
    ]);
  });

  test('is turned away as OTLP has it where it cannot be read', async () => {
    const { post } = await served();
    expect(await answerOf(await post('{"resourceLogs":[{"scopeLogs":7}]}'))).toEqual([
      400,
      { code: 3, message: 'resourceLogs[0].scopeLogs: expected an array' },
    ]);
  });

  test.each([
    [{ 'Content-Type': 'text/plain' }, 'content-type: expected application/json'],
    [
      { 'Content-Type': 'application/json; charset=utf-16' },
      'content-type: expected charset=utf-8',
    ],
    [{ 'Content-Encoding': 'br' }, 'content-encoding: expected gzip or none'],
  ])('of %j is 415', async (headers, words) => {
    const { post } = await served();
    expect(await refusal(await post(logs({}), headers as Record<string, string>))).toEqual([
      415,
      words,
    ]);
  });

  test('may be just so large and no larger, with or without a length, inflated too', async () => {
    const { post, origin } = await served({ maxBodyBytes: 2000 });
    const padded = (size: number) => logs({}).padEnd(size, ' ');
    expect((await post(padded(2000))).status).toBe(200);
    expect((await post(padded(2001))).status).toBe(413);
    expect((await post(gzipSync(padded(100_000)), { 'Content-Encoding': 'gzip' })).status).toBe(
      413,
    );
    const chunked = await fetch(`${origin}/v1/logs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([padded(2001)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  test('is posted, and to an address that is one', async () => {
    const { origin } = await served();
    const get = await fetch(`${origin}/v1/logs`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  });

  test('that is partly refused says which of it, and why, and the rest is kept', async () => {
    const { post, store } = await served();
    const body = logs({}, { name: 'click' }, {}, { attributes: { 's9.record.id': undefined } });
    expect(await answerOf(await post(body))).toEqual([
      200,
      {
        partialSuccess: {
          rejectedLogRecords: '2',
          errorMessage:
            `${RECORD.replace(/\[0\]$/, '[1]')}.eventName: expected one of ` +
            's9.page_view, s9.page_leave, s9.custom, s9.choice, s9.erase; ' +
            `${RECORD.replace(/\[0\]$/, '[3]')}.attributes.s9.record.id: expected an id of 1 to 128 plain characters`,
        },
      },
    ]);
    expect(store.written).toHaveLength(2);
  });
});

describe('refused, for a sender must not hear that it arrived', () => {
  const view = (attributes: NonNullable<Sent['attributes']>): Sent => ({ attributes });
  test.each<[string, Sent, string]>([
    [
      'an attribute that nobody knows',
      view({ 'http.referer': 'x' }),
      'attributes.http.referer: expected an attribute of docs/telemetry.md',
    ],
    [
      'an item that the policy does not declare',
      view({ 's9.referrer.domain': 'a.example' }),
      'attributes.s9.referrer.domain: expected the policy social9 to declare the data item referrer for analytics',
    ],
    [
      'an IP address',
      view({ 'client.address': '203.0.113.7' }),
      'attributes.client.address: expected no address in a message: the receiver sees it',
    ],
    [
      'a visitor that the policy does not tell apart',
      view({ 's9.visitor.id': 'v1' }),
      'attributes.s9.visitor.id: expected the policy social9 to have visitors id, and it has none',
    ],
    [
      'an own event without a name',
      { name: 's9.custom' },
      'attributes.s9.custom.name: expected to be given',
    ],
    [
      'an own attribute that the policy does not declare',
      { name: 's9.custom', attributes: { 's9.custom.name': 'sign-up', 's9.custom.plan': 'pro' } },
      'attributes.s9.custom.plan: expected the policy social9 to declare the data item plan for analytics',
    ],
    [
      'an own attribute of another event',
      view({ 's9.custom.language': 'de' }),
      'attributes.s9.custom.language: expected no attribute of s9.custom',
    ],
    [
      'what was searched for',
      view({ 'url.path': '/a?q=illness' }),
      'attributes.url.path: expected no query parameter that the policy does not list',
    ],
    [
      'a fragment',
      view({ 'url.path': '/a#b' }),
      'attributes.url.path: expected no fragment but a page that paths of the policy name',
    ],
    [
      'an address',
      view({ 'url.domain': 'https://a.example/' }),
      'attributes.url.domain: expected a host name',
    ],
    [
      'a list',
      view({ 'url.path': { arrayValue: { values: [] } } }),
      'attributes.url.path: expected one finite value',
    ],
    [
      'a prototype',
      view({ ['__proto__' as string]: 'x', constructor: 'x' }),
      'attributes.__proto__: expected an attribute of docs/telemetry.md',
    ],
    [
      'no number',
      { name: 's9.page_leave', attributes: { 's9.visible_seconds': { doubleValue: 'NaN' } } },
      'attributes.s9.visible_seconds: expected one finite value',
    ],
    [
      'a number without end',
      { name: 's9.page_leave', attributes: { 's9.visible_seconds': { doubleValue: 1e300 } } },
      'attributes.s9.visible_seconds: expected seconds from 0 to 604800, as intValue or doubleValue',
    ],
    [
      'a number nobody can count to',
      {
        name: 's9.page_leave',
        attributes: { 's9.visible_seconds': { intValue: '9223372036854775807' } },
      },
      'attributes.s9.visible_seconds: expected one finite value',
    ],
    [
      'a leave without its time',
      { name: 's9.page_leave' },
      'attributes.s9.visible_seconds: expected to be given',
    ],
    ['the year 1970', { atMs: 0 }, 'timeUnixNano: expected a time of the last 8 days'],
    [
      'F-30 the year 2100',
      { atMs: Date.UTC(2100, 0) },
      'timeUnixNano: expected a time at most a day ahead of the receiver’s clock',
    ],
    [
      'L-26 a proof that tells of the visit',
      { name: 's9.choice', attributes: { 's9.subject.id': 's', 'url.path': '/' } },
      'attributes.url.path: expected an attribute of a proof',
    ],
    [
      'a proof older than it may be kept',
      { name: 's9.choice', atMs: Date.now() - 190 * DAY_MS, attributes: { 's9.subject.id': 's' } },
      'timeUnixNano: expected a time within the retention of the policy',
    ],
    [
      'half a character',
      view({ 'user_agent.name': '\ud800' }),
      'attributes.user_agent.name: expected well-formed Unicode',
    ],
  ])('%s', async (_what, sent, words) => {
    const { post, store } = await served();
    expect(await refusal(await post(logs(sent)))).toEqual([400, `${RECORD}.${words}`]);
    expect(store.written).toEqual([]);
  });
});

test('L-27 an erasure is done after what came with it', async () => {
  const order: string[] = [];
  const store = fakeStore({
    write: async () => void order.push('write'),
    erase: async (recordId) => order.push(`erase ${recordId}`),
  });
  const { post } = await served({ store });
  await post(logs({ name: 's9.erase', attributes: { 's9.record.id': 'r9' } }, {}));
  expect(order).toEqual(['write', 'erase r9']);
});

describe('L-01 the IP address', () => {
  const forwarded = { 'X-Forwarded-For': '198.51.100.9, 203.0.113.77' };
  const addressWith = async (ip: 'dropped' | 'truncated' | 'kept', trustedProxies: number) => {
    const { post, store } = await served({ policy: { ...TIMED, ip }, trustedProxies });
    await post(logs({}), forwarded);
    return store.written[0]?.attributes['client.address'];
  };

  test('is what the policy leaves of it', async () => {
    expect(await addressWith('dropped', 1)).toBeUndefined();
    expect(await addressWith('truncated', 1)).toBe('203.0.113.0');
    expect(await addressWith('kept', 1)).toBe('203.0.113.77');
  });

  test('is taken from proxies only as far as they are trusted', async () => {
    expect(await addressWith('kept', 0)).toBe('127.0.0.1');
    expect(await addressWith('kept', 2)).toBe('198.51.100.9');
    expect(await addressWith('kept', 3)).toBeUndefined();
  });

  test('L-26 is in no proof', async () => {
    const { post, store } = await served({ policy: { ...TIMED, ip: 'kept' } });
    await post(logs({ name: 's9.choice', attributes: { 's9.subject.id': 's1' } }));
    expect(store.written.map(({ subject, attributes }) => [subject, attributes])).toEqual([
      ['s1', {}],
    ]);
  });
});

describe('a store that cannot write', () => {
  test('is 503, and when to come again', async () => {
    const write = () => Promise.reject(new StoreBusy('store: too much waits to be written', 7));
    const { post } = await served({ store: fakeStore({ write }) });
    const response = await post(logs({}));
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await answerOf(response)).toEqual([
      503,
      { code: 14, message: 'store: too much waits to be written' },
    ]);
  });

  test('for a reason of its own tells us, and not the sender', async () => {
    const onError = vi.fn();
    const write = () => Promise.reject(new Error('EIO at /secret/path'));
    const { post } = await served({ store: fakeStore({ write }), onError });
    expect(await refusal(await post(logs({})))).toEqual([503, 'receiver: cannot store this now']);
    expect(onError).toHaveBeenCalledOnce();
  });
});

describe('a page of another origin', () => {
  const Origin = 'https://slackwater.example';

  test('may ask, and is told it may send, for a day', async () => {
    const { origin } = await served();
    const response = await fetch(`${origin}/v1/logs`, { method: 'OPTIONS', headers: { Origin } });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': Origin,
      'access-control-expose-headers': 'Date, Retry-After',
      'access-control-allow-headers': 'authorization, content-encoding, content-type',
      'access-control-allow-methods': 'POST',
      'access-control-max-age': '86400',
      vary: 'Origin',
    });
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test.each([logs({}), 'nonsense'])('reads the answer', async (body) => {
    const { post } = await served();
    expect((await post(body, { Origin })).headers.get('access-control-allow-origin')).toBe(Origin);
  });

  test('is refused where others are named', async () => {
    const { post, store } = await served({ origins: ['https://www.example.com'] });
    const response = await post(logs({}), { Origin });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await refusal(response)).toEqual([
      403,
      `origin: expected one of https://www.example.com, not ${Origin}`,
    ]);
    expect(store.written).toEqual([]);
  });
});

describe('the Customer', () => {
  const token = 'a-token-of-the-customer';
  const Authorization = `Bearer ${token}`;

  test('L-25 is shown the proof of a record, and nobody else is', async () => {
    const { post, origin } = await served({ token, publicStats: true });
    const attributes = { 's9.subject.id': 's1', 's9.purpose.analytics': 'granted' };
    await post(logs({ name: 's9.choice', attributes }));
    const url = `${origin}/proofs/record-1`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Authorization: 'Bearer x' } })).status).toBe(401);
    expect(await answerOf(await fetch(url, { headers: { Authorization } }))).toEqual([
      200,
      {
        recordId: 'record-1',
        subjectId: 's1',
        occurredAt: expect.stringMatching(/Z$/),
        receivedAt: expect.stringMatching(/Z$/),
        attributes: { 's9.purpose.analytics': 'granted' },
      },
    ]);
    expect((await fetch(`${origin}/proofs/none`, { headers: { Authorization } })).status).toBe(404);
    expect((await fetch(`${origin}/proofs/%ff`, { headers: { Authorization } })).status).toBe(400);
  });

  test('is told the numbers; without a token nobody is, unless they are public', async () => {
    const asked = async (options: Partial<ReceiverOptions>, headers = {}) =>
      (await fetch(`${(await served(options)).origin}/stats`, { headers })).status;
    expect(await asked({})).toBe(403);
    expect(await asked({ token })).toBe(401);
    expect(await asked({ token }, { Authorization })).toBe(200);
    expect(await asked({ publicStats: true })).toBe(200);
  });

  test.each([
    ['from=yesterday', 'from: expected a date, as 2026-11-27, not yesterday'],
    ['to=2026-02-30', 'to: expected a date, as 2026-11-27, not 2026-02-30'],
    ['from=2026-11-02&to=2026-11-01', 'to: expected no day before from'],
  ])('is told what is wrong with %s', async (search, words) => {
    const { origin } = await served({ publicStats: true });
    expect(await refusal(await fetch(`${origin}/stats?${search}`))).toEqual([400, words]);
  });
});

test.each<[Partial<ReceiverOptions>, string]>([
  [{ store: {} as Store }, 'store: expected a store'],
  [{ token: 'short' }, 'token: expected at least 16 characters'],
  [{ trustedProxies: -1 }, 'trustedProxies: expected how many there are'],
  [
    { policy: { purposes: [{ id: 'analytics', retention: 'long' }] } },
    'policy.purposes.analytics.retention: expected',
  ],
])('%j is refused by name', (options, words) => {
  expect(() => createReceiver({ policy: {}, store: fakeStore(), ...options })).toThrow(words);
});

test('what is too old goes at the start, and each hour after it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const expire = vi.fn(async () => undefined);
  const receive = createReceiver({ policy: {}, store: fakeStore({ expire }) });
  expect(expire).toHaveBeenCalledWith(
    expect.objectContaining({ visitsBeforeMs: expect.any(Number) }),
  );
  vi.advanceTimersByTime(3_600_000);
  expect(expire).toHaveBeenCalledTimes(2);
  receive.close();
  vi.advanceTimersByTime(3_600_000);
  expect(expire).toHaveBeenCalledTimes(2);
});

test('whoever is told of an answer, and fails, takes nothing with them', async () => {
  const onError = vi.fn();
  const onAnswer = vi.fn(() => {
    throw new Error('of a counter');
  });
  const { post } = await served({ onAnswer, onError });
  expect((await post(logs({}, { name: 'click' }))).status).toBe(200);
  expect(onAnswer).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({
      status: 200,
      message: expect.stringContaining('eventName: expected one of'),
      taken: expect.objectContaining({ accepted: 1 }),
    }),
  );
  expect(onError).toHaveBeenCalledOnce();
});

test('an address that is none is not found', async () => {
  const { port } = await served();
  const socket = connect(port, '127.0.0.1');
  socket.write('GET //[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

test('many that say nothing keep nobody from being heard', async () => {
  const { port, post, store } = await served();
  const idle = Array.from({ length: 200 }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST /v1/logs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n');
    socket.write('Content-Length: 1000\r\n\r\n{');
    return socket;
  });
  expect((await post(logs({}))).status).toBe(200);
  expect(store.written).toHaveLength(1);
  for (const socket of idle) socket.destroy();
});

test('all of it, over the embedded store: once, and told', async () => {
  const store = fileStore({ folder: scratch(onTestFinished) });
  const { post, origin } = await served({ store, publicStats: true });
  const body = logs({ attributes: { 'url.path': '/' } });
  await post(body);
  await post(body);
  const stats = await (await fetch(`${origin}/stats`)).json();
  expect(stats).toMatchObject({ views: 1, pages: { rows: [], other: 1 } });
  await store.close();
});
