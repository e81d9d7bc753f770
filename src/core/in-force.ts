// What is in force right now: the newest record that still counts, less what was just taken back.
import {
  type ConsentRecord,
  type Grants,
  grantAll,
  grantsOf,
  inBoth,
  isInForce,
  pendingPurposes,
  type RecordFacts,
  readRecord,
} from './choice.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';
import { honourSignals } from './signals.ts';
import { type ConsentState, stateOf } from './state.ts';

export type InForce = ReturnType<typeof createInForce>;

export function createInForce({ policy, validFor, gpc }: Settings, ports: Ports) {
  const { clock, choices, signals, origin, build } = ports;
  const nothing = grantAll(policy, false);
  let record: ConsentRecord | null = null;
  let granted: Grants = nothing;
  let ceiling: Grants | null = null;

  const counts = (candidate: ConsentRecord | null) =>
    candidate && isInForce(candidate, policy, origin, clock.now()) ? candidate : null;

  /** Expiry is looked at on every use, not by a timer that a sleeping tab would miss (F-26). */
  const grants = (): Grants => {
    const now = counts(record) ? granted : nothing;
    return ceiling ? inBoth(now, ceiling) : now;
  };

  const pending = (): string[] => pendingPurposes(counts(record), policy);
  const optedOut = (): boolean => signals.gpc;

  return {
    grants,
    pending,
    optedOut,

    /** Takes over the newest record of a history; tells whether anything changed. */
    adopt(history: readonly unknown[]): boolean {
      const before = record?.recordId;
      record = readRecord(history.at(-1));
      granted = honourSignals(grantsOf(counts(record), policy), record, policy, signals);
      ceiling = null;
      return record?.recordId !== before;
    },

    /** What an answer takes away is gone at once, before its record is kept. */
    limitTo(answer: Grants): void {
      ceiling = inBoth(grants(), answer);
    },

    mustAsk: (): boolean => pending().length > 0 && !(optedOut() && gpc === 'honour'),

    facts: (): RecordFacts => ({ policy, validFor, signals, build, origin, nowMs: clock.now() }),

    state: (): ConsentState =>
      stateOf(counts(record), grants(), pending().length === 0 && !!counts(record), {
        policy,
        signals,
        storage: choices.place,
      }),
  };
}
