// A choice is an answer to a policy; a record is a choice as stored, and says whether it still counts.
import { type AskedPurpose, canonical, type PolicyTerms, type AskedTerms, termsOf } from './policy.ts';
import type { Proof } from './ports.ts';
import { isObject } from './shape.ts';
import { expiryOf } from './time.ts';

/** How a choice came about. */
export type ChoiceSource =
  | 'accept-all'
  | 'reject-all'
  | 'custom'
  | 'withdraw'
  | 'site'
  | 'signal'
  | 'expired';

/** What the person used; `script` where the site called the API. */
export type InputMeans = 'pointer' | 'keyboard' | 'script';

/** Yes or no for each id. An id that is absent is a no. */
export interface Grants {
  readonly purposes: Readonly<Record<string, boolean>>;
  readonly services: Readonly<Record<string, boolean>>;
}

/** An answer on its way to becoming a record. */
export interface Answer extends Grants {
  readonly source: ChoiceSource;
  readonly input: InputMeans;
  /** Language of the notice that was on screen (BCP 47), `null` when none was. */
  readonly language: string | null;
  /** The words that were on screen when the control was pressed, `null` when no notice was. */
  readonly text: string | null;
}

/** Browser-wide preferences seen when the choice was made. */
export interface SignalsSeen {
  /** Global Privacy Control (S-01). */
  readonly gpc: boolean;
}

/** One entry of the history in IndexedDB `s9-consent`. Holds no IP address, user agent or URL (L-26). */
export interface ConsentRecord extends Grants {
  /** Number of this shape; an unknown one is no choice and is never overwritten (F-10). */
  readonly shape: 1;
  /** UUID. */
  readonly recordId: string;
  /** Random, for this site only; links the records of one browser. */
  readonly subjectId: string;
  readonly policyId: string;
  readonly policyVersion: string;
  /** SHA-256 (hex) of the canonical material terms; `null` on a page without SubtleCrypto. */
  readonly policyHash: string | null;
  readonly language: string | null;
  /** SHA-256 (hex) of the words on screen; `null` when no notice was, or without SubtleCrypto. */
  readonly textHash: string | null;
  /** What was asked, so that a later policy can be compared with it. */
  readonly asked: AskedTerms;
  readonly source: ChoiceSource;
  readonly input: InputMeans;
  /** Milliseconds since 1970, UTC. */
  readonly decidedAt: number;
  /** Milliseconds since 1970, UTC. The choice counts before this instant. */
  readonly expiresAt: number;
  readonly signals: SignalsSeen;
  readonly build: string;
  /** Scheme and host of the page; a record from elsewhere is no choice (F-49). */
  readonly origin: string;
  /** `hash` of the record before it; `null` for the first one. */
  readonly previous: string | null;
  /** SHA-256 (hex) of the canonical record without this member. */
  readonly hash: string | null;
}

/** ISO 8601 durations for how long a yes and a no count. */
export interface Validity {
  readonly granted: string;
  readonly denied: string;
}

/** A day of doubt about the device's clock; a record further ahead than that is no choice (F-30). */
const CLOCK_DOUBT_MS = 86_400_000;

const SOURCES = ['accept-all', 'reject-all', 'custom', 'withdraw', 'site', 'signal', 'expired'];

const isFlags = (value: unknown): value is Record<string, boolean> =>
  isObject(value) && Object.values(value).every((flag) => typeof flag === 'boolean');

/** Reads an entry of the history; `null` for anything but a whole record of a known shape (F-11). */
export function readRecord(value: unknown): ConsentRecord | null {
  if (!isObject(value) || value['shape'] !== 1) return null;
  const { recordId, subjectId, policyId, decidedAt, expiresAt, source, asked } = value;
  const sound =
    [recordId, subjectId, policyId].every((id) => typeof id === 'string') &&
    [decidedAt, expiresAt].every(Number.isFinite) &&
    SOURCES.includes(source as string) &&
    isFlags(value['purposes']) &&
    isFlags(value['services']) &&
    isObject(asked) &&
    isObject(asked['purposes']);
  return sound ? (value as unknown as ConsentRecord) : null;
}

/** Whether a record still counts at `nowMs`, for this policy and on this site. */
export function isInForce(record: ConsentRecord, policy: PolicyTerms, origin: string, nowMs: number): boolean {
  return (
    record.origin === origin &&
    record.policyId === policy.id &&
    record.decidedAt <= nowMs + CLOCK_DOUBT_MS &&
    nowMs < record.expiresAt
  );
}

/** Whether a purpose means materially what it meant when it was asked (L-28). */
function isUnchanged(asked: AskedPurpose | undefined, now: AskedPurpose | undefined): boolean {
  return !!asked && canonical(asked) === canonical(now);
}

/** Purposes that need an answer: those never asked, and those that changed materially since. */
export function pendingPurposes(record: ConsentRecord | null, policy: PolicyTerms): string[] {
  const now = termsOf(policy);
  const sameParties =
    record?.asked.controller === now.controller &&
    record.asked.processor === now.processor &&
    record.asked.ip === now.ip;
  return policy.purposes
    .filter(({ id, basis }) => {
      if (basis === 'necessary') return false;
      return !sameParties || !isUnchanged(record?.asked.purposes[id], now.purposes[id]);
    })
    .map(({ id }) => id);
}

/** What a record grants today: nothing that is pending, nothing the policy no longer names. */
export function grantsOf(record: ConsentRecord | null, policy: PolicyTerms): Grants {
  const pending = pendingPurposes(record, policy);
  const purposes: Record<string, boolean> = {};
  const services: Record<string, boolean> = {};
  for (const purpose of policy.purposes) {
    const answered = !pending.includes(purpose.id);
    purposes[purpose.id] =
      purpose.basis === 'necessary' || (answered && record?.purposes[purpose.id] === true);
    for (const { id } of purpose.services) {
      services[id] = answered && record?.services[id] === true;
    }
  }
  return { purposes, services };
}

/** All of them, or none but the necessary ones. */
export function grantAll(policy: PolicyTerms, granted: boolean): Grants {
  const purposes: Record<string, boolean> = {};
  const services: Record<string, boolean> = {};
  for (const { id, basis, services: inside } of policy.purposes) {
    purposes[id] = granted || basis === 'necessary';
    for (const service of inside) services[service.id] = granted;
  }
  return { purposes, services };
}

const both = (a: Readonly<Record<string, boolean>>, b: Readonly<Record<string, boolean>>) =>
  Object.fromEntries(Object.keys(a).map((id) => [id, a[id] === true && b[id] === true]));

/** What both grant: the part of an answer that may take effect before it is on disk. */
export function inBoth(a: Grants, b: Grants): Grants {
  return { purposes: both(a.purposes, b.purposes), services: both(a.services, b.services) };
}

/** Whether `wanted` grants anything that `current` does not. */
export function asksForMore(wanted: Grants, current: Grants): boolean {
  const more = (kind: 'purposes' | 'services') =>
    Object.entries(wanted[kind]).some(([id, granted]) => granted && !current[kind][id]);
  return more('purposes') || more('services');
}

/** Everything a record says beyond the answer itself. */
export interface RecordFacts {
  readonly policy: PolicyTerms;
  readonly validFor: Validity;
  readonly signals: SignalsSeen;
  readonly build: string;
  readonly origin: string;
  readonly nowMs: number;
}

/** A record of an answer, linked to the newest one in the history. */
export async function makeRecord(
  answer: Answer,
  facts: RecordFacts,
  newest: ConsentRecord | null,
  proof: Proof,
): Promise<ConsentRecord> {
  const { policy, validFor, nowMs } = facts;
  const asked = termsOf(policy);
  const saidYes = asksForMore(answer, grantAll(policy, false));
  const record = {
    shape: 1 as const,
    recordId: proof.uuid(),
    subjectId: newest?.subjectId ?? proof.uuid(),
    policyId: policy.id,
    policyVersion: policy.version,
    policyHash: await proof.digest(canonical(asked)),
    language: answer.language,
    textHash: answer.text === null ? null : await proof.digest(answer.text),
    asked,
    purposes: answer.purposes,
    services: answer.services,
    source: answer.source,
    input: answer.input,
    decidedAt: nowMs,
    expiresAt: expiryOf(nowMs, saidYes ? validFor.granted : validFor.denied),
    signals: facts.signals,
    build: facts.build,
    origin: facts.origin,
    previous: newest?.hash ?? null,
  };
  return { ...record, hash: await proof.digest(canonical(record)) };
}
