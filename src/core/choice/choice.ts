// A choice is an answer to a policy; a record is a choice as stored; here is whether and what it grants.
import { canonical } from '../policy/canonical.ts';
import type { PolicyTerms, PurposeTerms } from '../policy/policy.ts';
import { type AskedTerms, termsOf } from '../policy/terms.ts';
import { hasThirdParty } from '../policy/third-party.ts';

/** How a choice came about. */
export type ChoiceSource =
  | 'accept-all'
  | 'reject-all'
  | 'custom'
  | 'withdraw'
  | 'site'
  | 'signal'
  | 'expired'
  | 'collection';

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
  /** What was asked, where that was not today's policy. */
  readonly asked?: AskedTerms;
  /** Of an answer in a form: the collection it is about. */
  readonly collection?: string;
  /** Whether all that is answered was on screen, and not only what was pending. Default: no. */
  readonly isWhole?: boolean;
}

/** An answer that no words on screen asked for: a call by the site, a signal, an end. */
export const unasked = (grants: Grants, source: ChoiceSource): Answer => ({
  ...grants,
  source,
  input: 'script',
  language: null,
  text: null,
});

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
  /** Where consent was given or taken back in a form: for which collection. Such a record is no choice. */
  readonly collection?: string;
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
export const CLOCK_DOUBT_MS = 86_400_000;

/** A history without what was agreed to in forms: all that a choice can be found in. */
export const choicesIn = (history: readonly unknown[]): readonly unknown[] =>
  history.filter((entry) => !(entry as Partial<ConsentRecord> | null | undefined)?.collection);

const isTree = (value: unknown): boolean => !!value && typeof value === 'object';

/**
 * The newest entry of a history that is not of a form, if it is a whole record of a known shape that counts at `nowMs`, for
 * this policy, on this site. Anything else is no choice (F-11, F-30, F-49).
 */
export function recordInForce(
  history: readonly unknown[],
  policy: PolicyTerms,
  origin: string,
  nowMs: number,
): ConsentRecord | null {
  const record = choicesIn(history).at(-1) as ConsentRecord | undefined;
  return record?.shape === 1 &&
    [record.purposes, record.services, record.asked?.purposes].every(isTree) &&
    record.origin === origin &&
    record.policyId === policy.id &&
    record.decidedAt <= nowMs + CLOCK_DOUBT_MS &&
    nowMs < record.expiresAt
    ? record
    : null;
}

/** Grants for everything the policy names; what is necessary is always granted. */
export function grantsBy(
  policy: PolicyTerms,
  isGranted: (kind: keyof Grants, id: string, purpose: PurposeTerms) => boolean | undefined,
): Grants {
  const purposes: Record<string, boolean> = {};
  const services: Record<string, boolean> = {};
  for (const purpose of policy.purposes) {
    const { id, basis } = purpose;
    purposes[id] = basis === 'necessary' || isGranted('purposes', id, purpose) === true;
    for (const service of purpose.services) {
      services[service.id] = isGranted('services', service.id, purpose) === true;
    }
  }
  return { purposes, services };
}

const material = (terms: AskedTerms, id: string): string =>
  canonical({ ...terms, purposes: terms.purposes[id] });

const isSame = (asked: AskedTerms, now: AskedTerms, id: string): boolean =>
  material(asked, id) === material(now, id);

/** Whether a purpose was asked about, in the terms it has now or for more than that (L-28). */
function answeredIn(record: ConsentRecord | null, policy: PolicyTerms) {
  const { takesNoMore = isSame } = policy;
  const now = termsOf(policy);
  return ({ id }: PurposeTerms): boolean => !!record && takesNoMore(record.asked, now, id);
}

/** Purposes that need an answer: those never asked, and those that changed materially since (L-28). */
export function pendingPurposes(record: ConsentRecord | null, policy: PolicyTerms): string[] {
  const isAnswered = answeredIn(record, policy);
  return policy.purposes
    .filter((purpose) => purpose.basis !== 'necessary' && !isAnswered(purpose))
    .map(({ id }) => id);
}

/**
 * What a record grants today: nothing that is pending, nothing the policy no longer names, nothing
 * that a signal newer than the record forbids (the table in signals.ts).
 */
export function grantsOf(
  record: ConsentRecord | null,
  policy: PolicyTerms,
  signals: SignalsSeen,
): Grants {
  const isAnswered = answeredIn(record, policy);
  const isOptedOut = signals.gpc && !record?.signals?.gpc;
  return grantsBy(
    policy,
    (kind, id, purpose) =>
      record?.[kind][id] === true && isAnswered(purpose) && !(isOptedOut && hasThirdParty(purpose)),
  );
}

/** What both grant: the part of an answer that may take effect before it is on disk. */
export const inBoth = (policy: PolicyTerms, a: Grants, b: Grants): Grants =>
  grantsBy(policy, (kind, id) => a[kind][id] && b[kind][id]);

const hasMore = (wanted: Grants['purposes'], current: Grants['purposes']): boolean => {
  for (const id in wanted) if (wanted[id] && !current[id]) return true;
  return false;
};

/** Whether `wanted` grants anything that `current` does not. */
export const asksForMore = (wanted: Grants, current: Grants): boolean =>
  hasMore(wanted.purposes, current.purposes) || hasMore(wanted.services, current.services);

/** Whether anything is granted that needs a choice. */
export const isAnyGranted = (policy: PolicyTerms, grants: Grants): boolean =>
  asksForMore(
    grants,
    grantsBy(policy, () => false),
  );
