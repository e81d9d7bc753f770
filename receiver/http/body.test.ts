// A body is read within its bounds, in bytes, in time and in encoding.
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BODY_LIMIT_MS, type Encoding, readBody } from './body.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const LIMIT = 64;

function sender(encoding: Encoding = 'identity', room = { left: 1000 }) {
  const stream = new PassThrough();
  const request = Object.assign(stream, { headers: {} }) as unknown as IncomingMessage;
  return { stream, room, body: readBody(request, encoding, LIMIT, room) };
}

const outcome = (body: Promise<string>) =>
  body.catch((error: Error & { status?: number }) => [error.status, error.message]);

it('is whole where it comes in time, and its room is free again', async () => {
  const { stream, body, room } = sender();
  stream.write('x'.repeat(LIMIT - 1));
  await vi.waitFor(() => expect(room.left).toBe(1000 - LIMIT + 1));
  stream.end('x');
  expect(await body).toHaveLength(LIMIT);
  expect(room.left).toBe(1000);
  expect(vi.getTimerCount()).toBe(0);
});

it('is given up where it is too large, though it were small once inflated', async () => {
  const { stream, body } = sender();
  stream.write('x'.repeat(LIMIT + 1));
  expect(await outcome(body)).toEqual([413, `body: expected at most ${LIMIT} bytes`]);
});

it('is given up where there is no room for it beside others', async () => {
  const { stream, body, room } = sender('identity', { left: 4 });
  stream.write('12345');
  expect(await outcome(body)).toEqual([429, 'receiver: too much on its way, come again']);
  expect(room.left).toBe(4);
});

it('is given up after ten seconds, however often a byte of it comes', async () => {
  const { stream, body } = sender();
  const came = outcome(body);
  expect(BODY_LIMIT_MS).toBe(10_000);
  for (let second = 0; second < 10; second += 2) {
    stream.write('1');
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(await came).toEqual([408, 'body: expected within 10 s']);
});

it('of a sender that hangs up is none', async () => {
  const { stream, body, room } = sender();
  stream.write('12');
  stream.destroy();
  expect(await outcome(body)).toEqual([undefined, 'The sender hung up.']);
  expect(room.left).toBe(1000);
});

it('is inflated, and no further than it may be large', async () => {
  const small = sender('gzip');
  small.stream.end(gzipSync('hello'));
  expect(await small.body).toBe('hello');
  const bomb = sender('gzip');
  bomb.stream.end(gzipSync(Buffer.alloc(10_000)));
  expect(await outcome(bomb.body)).toEqual([413, `body: expected at most ${LIMIT} bytes`]);
});

it.each([
  ['what is no gzip', Buffer.from('hello')],
  ['half of one', gzipSync('hello').subarray(0, 12)],
])('is refused where it is %s', async (_what, bytes) => {
  const { stream, body } = sender('gzip');
  stream.end(bytes);
  expect(await outcome(body)).toEqual([400, 'body: expected gzip, as its Content-Encoding says']);
});

it.each([
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['half a character', Buffer.from([0x22, 0xe2, 0x82, 0x22])],
  ['an overlong one', Buffer.from([0xc0, 0x80])],
])('is refused where it is %s', async (what, bytes) => {
  const { stream, body } = sender();
  stream.end(bytes);
  // UTF-16 of plain letters is UTF-8 as well, of text with zeros in it, which is no JSON.
  if (what === 'UTF-16') expect(await body).toContain('\0');
  else expect(await outcome(body)).toEqual([400, 'body: expected UTF-8']);
});
