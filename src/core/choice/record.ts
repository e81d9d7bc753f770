// Makes an answer a record, linked to the one before (L-25).

import type { Clock } from '../clock.ts';
import { canonical } from '../policy/canonical.ts';
import { termsOf } from '../policy/terms.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  grantsBy,
  grantsOf,
  inBoth,
  recordInForce,
  type SignalsSeen,
} from './choice.ts';
import { keyOf } from './collections.ts';
import { predecessorIn } from './subject.ts';
import { expiryOf } from './time.ts';
import type { WebCrypto } from './web-crypto.ts';

export type Newest = Partial<ConsentRecord> | undefined;

/** The newest entry, which need not be a record (F-11). */
export const newestOf = (history: readonly unknown[]): Newest =>
  (history.at(-1) ?? undefined) as Newest;

/**
 * What tells the newest entry from another. Only a text is the same when it is read again; what others
 * have put there has none (F-44).
 */
export const newestIdOf = (history: readonly unknown[]): string | undefined => {
  const id: unknown = newestOf(history)?.recordId;
  return typeof id === 'string' ? id : undefined;
};

/** What of the outside a record needs. */
export interface RecordPorts {
  readonly clock: Clock;
  readonly signals: SignalsSeen;
  /** Scheme and host of the page. */
  readonly origin: string;
  readonly webCrypto: WebCrypto;
  /** Version and digest of the widget. */
  readonly build: string;
}

/** What is settled at the moment of an answer, however long it takes to keep it. */
export interface Stamp {
  readonly atMs: number;
  readonly recordId: string;
  /** For a record that goes on from none. */
  readonly freshSubjectId: string;
  /** The newest record this tab knew of. */
  readonly knownId?: string | undefined;
  readonly policyVersion?: string;
}

/** @param seed of the answer's id; a fresh one without. */
export const stampNow = (
  { clock, webCrypto }: RecordPorts,
  knownId?: string,
  seed?: Uint8Array,
): Stamp => ({
  atMs: clock.now(),
  recordId: webCrypto.uuid(seed),
  freshSubjectId: webCrypto.uuid(),
  knownId,
});

/** @param signals what is not asked anew of the choice before counts less what they deny. */
function expiresAt(
  answer: Answer,
  { policy, ...settings }: Settings,
  before: ConsentRecord | null,
  signals: SignalsSeen,
  nowMs: number,
): number {
  // That a choice ran out is no choice: it never counts, whatever the clock says (F-31).
  if (answer.source === 'expired') return 0;
  const { asked, collection } = answer;
  // A consent in a form counts as long as its data is kept, and so does it that it was taken back.
  const kept = collection && asked?.purposes[keyOf(collection)]?.retention;
  if (kept) return expiryOf(nowMs, kept);
  const nothing = grantsBy(policy, () => false);
  const { granted, denied } = settings.validFor;
  const fresh = expiryOf(nowMs, asksForMore(answer, nothing) ? granted : denied);
  // What stays of an earlier yes and was not before the person's eyes ends when it would have (L-28).
  const stays = inBoth(policy, answer, grantsOf(before, policy, signals));
  const isUnseen = asksForMore(stays, nothing) && !answer.isWhole;
  return before && isUnseen ? Math.min(before.expiresAt, fresh) : fresh;
}

/** A record of an answer, linked to the newest one of a history. */
export async function makeRecord(
  answer: Answer,
  settings: Settings,
  { signals, build, origin, webCrypto }: RecordPorts,
  history: readonly unknown[],
  stamp: Stamp,
): Promise<ConsentRecord> {
  const { policy } = settings;
  const { atMs, recordId, freshSubjectId } = stamp;
  const { asked = termsOf(policy), collection } = answer;
  const { policyVersion = policy.version } = stamp;
  const predecessor = predecessorIn(history, origin, atMs);
  const { subjectId = freshSubjectId, hash: previous = null } = predecessor;
  const before = recordInForce(history, policy, origin, atMs);
  const record = {
    shape: 1 as const,
    recordId,
    subjectId,
    policyId: policy.id,
    policyVersion,
    policyHash: await webCrypto.digest(canonical(asked)),
    language: answer.language,
    textHash: answer.text === null ? null : await webCrypto.digest(answer.text),
    asked,
    purposes: answer.purposes,
    services: answer.services,
    source: answer.source,
    input: answer.input,
    decidedAt: atMs,
    expiresAt: expiresAt(answer, settings, before, signals, atMs),
    signals,
    build,
    origin,
    previous,
    ...(collection && { collection }),
  };
  return { ...record, hash: await webCrypto.digest(canonical(record)) };
}
