// The receiver over real HTTP: what it takes, what it turns away and why, what it tells and to whom.
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { scratch } from './fakes.ts';
import { fileStore } from './file/file-store.ts';
import { answerOf, fakeStore, logs, refusal, served, TIMED } from './http/fakes.ts';
import type { ReceiverOptions } from './options.ts';
import { createReceiver } from './receiver.ts';
import { type Store, StoreBusy } from './store.ts';

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
    ['from=2026-13-01', 'from: expected a date, as 2026-11-27, not 2026-13-01'],
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
