// What a message may hold, and what is answered.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerOf, logs, RECORD, refusal, served, TIMED } from './http/fakes.ts';

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
