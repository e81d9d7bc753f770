// Reads a request's body up to a limit, and not one byte further nor one moment longer.
import type { IncomingMessage } from 'node:http';

/** A page's message is there at once; whoever takes longer holds a connection. */
export const BODY_LIMIT_MS = 10_000;

/** The body as text, or `too-large` as soon as that is known. Rejects when the sender hangs up, or is hung up on. */
export function readBody(request: IncomingMessage, limit: number): Promise<string | 'too-large'> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      resolve('too-large');
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    // From the first byte to the last: a byte now and then buys no more time.
    const timer = setTimeout(() => request.destroy(), BODY_LIMIT_MS).unref();
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      resolve('too-large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(timer);
      reject(new Error('The sender hung up.'));
    });
  });
}
