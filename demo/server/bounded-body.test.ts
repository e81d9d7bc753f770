// A body is read within its bounds, in bytes and in time.
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BODY_LIMIT_MS, readBody } from './bounded-body.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const LIMIT = 8;

function sender() {
  const stream = new PassThrough();
  const request = Object.assign(stream, { headers: {} }) as unknown as IncomingMessage;
  return { stream, body: readBody(request, LIMIT) };
}

it('is whole where it comes in time', async () => {
  const { stream, body } = sender();
  stream.end('12345678');
  expect(await body).toBe('12345678');
});

it('is given up where it is too large', async () => {
  const { stream, body } = sender();
  stream.write('123456789');
  expect(await body).toBe('too-large');
});

it('is hung up on after ten seconds, however often a byte of it comes', async () => {
  const { stream, body } = sender();
  const outcome = body.catch((error: Error) => error.message);
  expect(BODY_LIMIT_MS).toBe(10_000);
  for (let second = 0; second < 10; second += 2) {
    expect(stream.destroyed).toBe(false);
    stream.write('1');
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(stream.destroyed).toBe(true);
  expect(await outcome).toBe('The sender hung up.');
});

it('that is read asks for no hanging up later', async () => {
  const { stream, body } = sender();
  stream.end('1');
  await body;
  expect(vi.getTimerCount()).toBe(0);
});
