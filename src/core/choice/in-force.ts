// What is in force right now: the newest record that still counts, less what was just taken back.

import { isGranted } from '../gate/gate.ts';
import type { AskedTerms } from '../policy/terms.ts';
import type { Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  choicesIn,
  type Grants,
  grantsBy,
  grantsOf,
  inBoth,
  pendingPurposes,
  recordInForce,
} from './choice.ts';
import { type CollectionStates, collectionsIn } from './collections.ts';
import { type Draft, draftOf } from './draft.ts';
import { type ConsentState, stateOf } from './state.ts';

export type InForce = ReturnType<typeof createInForce>;

export function createInForce({ policy }: Settings, ports: Ports) {
  const { clock, history, signals, origin } = ports;
  const nothing = grantsBy(policy, () => false);
  let record: ConsentRecord | null = null;
  let granted = nothing;

  let latestMs = 0;

  /** Never goes back: a clock that is set back revives nothing (F-31). */
  const nowMs = (): number => (latestMs = Math.max(latestMs, clock.now()));

  /** Expiry is looked at on every use, not by a timer that a sleeping tab would miss (F-26). */
  const current = (): ConsentRecord | null =>
    record && nowMs() < record.expiresAt ? record : null;

  const grants = (): Grants => (current() ? granted : nothing);

  const newestIn = (records: readonly unknown[]): ConsentRecord | null =>
    recordInForce(records, policy, origin, nowMs());

  /** What a history grants: a draft at its end only takes away. */
  const grantedBy = (records: readonly unknown[]): Grants => {
    const newest = newestIn(records);
    const own = grantsOf(newest, policy, signals);
    return newest && 'after' in newest
      ? inBoth(policy, own, grantsOf(newestIn(records.slice(0, -1)), policy, signals))
      : own;
  };

  const pending = (): string[] => pendingPurposes(current(), policy);

  return {
    grants,
    allows: (id: string): boolean => isGranted(grants(), id),
    pending,
    asked: (): AskedTerms | undefined => current()?.asked,

    /** Takes over the newest entry of a history; tells whether it is another one than before. */
    takeOver(records: readonly unknown[]): boolean {
      const before = record;
      record = newestIn(records);
      granted = grantedBy(records);
      return record?.recordId !== before?.recordId || record?.decidedAt !== before?.decidedAt;
    },

    /** What is taken back elsewhere is gone at once, whatever is being kept here; tells whether anything is. */
    limitToRead(records: readonly unknown[]): boolean {
      const before = granted;
      granted = inBoth(policy, granted, grantedBy(records));
      return asksForMore(before, granted);
    },

    /** An answer that takes back, as it counts until its record is kept. */
    draftOf: (answer: Answer): Draft => ({
      ...draftOf(answer, policy, current(), granted, clock.now()),
      origin,
      // Not the one in force: where a page has broken its clock there is none.
      after: (choicesIn(history.known).at(-1) as ConsentRecord | undefined)?.recordId,
      seed: ports.seed(),
    }),

    /** A signal is newer than the record, which does not know of it yet. */
    overruled: (): boolean => signals.gpc && current()?.signals?.gpc === false,

    /** What an answer takes away is gone at once, before its record is kept. */
    limitTo(answer: Grants): void {
      granted = inBoth(policy, granted, answer);
    },

    collections: (): CollectionStates => collectionsIn(history.known, origin, nowMs()),

    state: (): ConsentState =>
      stateOf(current(), grants(), {
        decided: !!current() && pending().length === 0,
        policyVersion: policy.version,
        signals,
        storage: history.place,
      }),
  };
}
