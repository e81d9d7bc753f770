// Reads a request's body up to a limit, and not one byte further nor one moment longer.
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { HANG_UP, Refusal } from './refusal.ts';

/** A page's message is there at once; whoever takes longer holds a connection. */
export const BODY_LIMIT_MS = 10_000;
const RETRY_AFTER_S = 5;

/** Bytes of bodies that are on their way, of all requests together. */
export interface Room {
  left: number;
}

/** The encodings are told apart by name: anything else is not read at all. */
export type Encoding = 'identity' | 'gzip';

const tooLarge = (limit: number) =>
  new Refusal(413, `body: expected at most ${limit} bytes`, HANG_UP);

const noRoom = () =>
  new Refusal(429, 'receiver: too much on its way, come again', {
    ...HANG_UP,
    'Retry-After': String(RETRY_AFTER_S),
  });

/** The bytes as they come. Rejects with a `Refusal`, or with another error when the sender hangs up. */
function bytesOf(request: IncomingMessage, limit: number, room: Room): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (finish: () => void) => {
      clearTimeout(timer);
      room.left += length;
      length = 0;
      request.off('data', take).off('end', whole).off('error', broken).off('close', gone);
      finish();
    };
    const refuse = (refusal: Refusal) =>
      end(() => {
        request.pause();
        reject(refusal);
      });
    const take = (chunk: Buffer) => {
      length += chunk.length;
      room.left -= chunk.length;
      if (length > limit) refuse(tooLarge(limit));
      else if (room.left < 0) refuse(noRoom());
      else chunks.push(chunk);
    };
    const whole = () => end(() => resolve(Buffer.concat(chunks)));
    const broken = (error: Error) => end(() => reject(error));
    const gone = () => end(() => reject(new Error('The sender hung up.')));
    // From the first byte to the last: a byte now and then buys no more time.
    const timer = setTimeout(
      () => refuse(new Refusal(408, `body: expected within ${BODY_LIMIT_MS / 1000} s`, HANG_UP)),
      BODY_LIMIT_MS,
    ).unref();
    request.on('data', take).on('end', whole).on('error', broken).on('close', gone);
  });
}

const unzip = promisify(gunzip);

async function inflated(bytes: Buffer, limit: number): Promise<Buffer> {
  try {
    // No more is inflated than would be taken.
    return await unzip(bytes, { maxOutputLength: limit });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(limit)
      : new Refusal(400, 'body: expected gzip, as its Content-Encoding says');
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'body: expected UTF-8');
  }
}

/** What a framework has already read, Express's `json()` say. */
function readBefore(request: IncomingMessage): string | undefined {
  const { body } = request as { readonly body?: unknown };
  if (!request.readableEnded || body === undefined) return undefined;
  if (body instanceof Uint8Array) return textOf(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/**
 * The body as text.
 *
 * @param limit in bytes, as it comes and as it is once inflated.
 * @throws Refusal where it is too large, too slow, not gzip or not UTF-8.
 */
export async function readBody(
  request: IncomingMessage,
  encoding: Encoding,
  limit: number,
  room: Room,
): Promise<string> {
  const before = readBefore(request);
  if (before !== undefined) return before;
  const bytes = await bytesOf(request, limit, room);
  return textOf(encoding === 'gzip' ? await inflated(bytes, limit) : bytes);
}
