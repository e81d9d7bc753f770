// What is in force right now: the newest record that still counts, less what was just taken back.
import {
  type ConsentRecord,
  type Grants,
  grantsBy,
  grantsOf,
  inBoth,
  pendingPurposes,
  recordInForce,
} from './choice.ts';
import type { AskedTerms } from './policy.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';
import { type ConsentState, stateOf } from './state.ts';

export type InForce = ReturnType<typeof createInForce>;

export function createInForce({ policy }: Settings, ports: Ports) {
  const { clock, choices, signals, origin } = ports;
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

  const pendingNow = (): string[] => pendingPurposes(current(), policy);

  return {
    grants,
    pendingNow,
    askedNow: (): AskedTerms | undefined => current()?.asked,

    /** Takes over the newest record of a history; tells whether it is another one than before. */
    takeOver(history: readonly unknown[]): boolean {
      const before = record?.recordId;
      record = recordInForce(history, policy, origin, nowMs());
      granted = grantsOf(record, policy, signals);
      return record?.recordId !== before;
    },

    /** A signal is newer than the record, which does not know of it yet. */
    isOverruled: (): boolean => signals.gpc && current()?.signals?.gpc === false,

    /** What an answer takes away is gone at once, before its record is kept. */
    limitTo(answer: Grants): void {
      granted = inBoth(policy, granted, answer);
    },

    state: (): ConsentState =>
      stateOf(current(), grants(), {
        decided: !!current() && pendingNow().length === 0,
        policyVersion: policy.version,
        signals,
        storage: choices.place,
      }),
  };
}
