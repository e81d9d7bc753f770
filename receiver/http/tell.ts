// What the Customer alone reads: the proof of a choice, and the numbers. Each asks for the Customer's token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { rangeIn } from '../range.ts';
import { isId } from '../rules/values.ts';
import type { Store } from '../store.ts';
import { Refusal } from './refusal.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compared by their hashes, which are of one length: how long it takes says nothing. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** @throws Refusal unless the request has the token. */
export function checkToken({ headers }: IncomingMessage, token: string | undefined): void {
  if (token === undefined) {
    throw new Refusal(403, 'token: expected to be set, as the option of the receiver');
  }
  const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (given === undefined || !isSame(given, token)) {
    throw new Refusal(401, 'authorization: expected Bearer and the token', {
      'WWW-Authenticate': 'Bearer',
    });
  }
}

export async function proofOf(recordId: string, store: Store): Promise<object> {
  if (!isId(recordId)) throw new Refusal(400, 'record id: expected 1 to 128 plain characters');
  const proof = await store.proof(recordId);
  if (!proof) throw new Refusal(404, `no proof of the record ${recordId}`);
  const { occurredAtMs, receivedAtMs, subject, attributes } = proof;
  return {
    recordId,
    subjectId: subject,
    occurredAt: new Date(occurredAtMs).toISOString(),
    receivedAt: new Date(receivedAtMs).toISOString(),
    attributes,
  };
}

export async function statsOf(search: URLSearchParams, store: Store): Promise<object> {
  const range = rangeIn(search.get('from') ?? undefined, search.get('to') ?? undefined, Date.now());
  if (typeof range === 'string') throw new Refusal(400, range);
  return await store.stats(range);
}
