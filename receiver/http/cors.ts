// Which pages may send here, and what their browsers are told of it; telemetry is sent without credentials.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

/** As long as any browser keeps the answer to a preflight. */
const PREFLIGHT_KEPT_S = 86_400;

/**
 * @param origins those that may send; `undefined` is any.
 * @throws Refusal where the page's is none of them. A request of the receiver's own origin may have none.
 */
export function allowOrigin(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[] | undefined,
): void {
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) return;
  if (origins && !origins.includes(origin)) {
    throw new Refusal(
      403,
      `origin: expected one of ${origins.join(', ')}, not ${origin.slice(0, 200)}`,
    );
  }
  response.setHeader('Access-Control-Allow-Origin', origin);
  // When to come again, and the receiver's clock, which a proof is dated by (F-30).
  response.setHeader('Access-Control-Expose-Headers', 'Date, Retry-After');
}

/** What a page of another origin may send, once allowed. */
export const preflight = (methods: string) => ({
  'Access-Control-Allow-Methods': methods,
  'Access-Control-Allow-Headers': 'authorization, content-encoding, content-type',
  'Access-Control-Max-Age': String(PREFLIGHT_KEPT_S),
});
