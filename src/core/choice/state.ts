// The state a page is shown: one frozen snapshot of what is in force.

import type { ChoiceSource, ConsentRecord, Grants, SignalsSeen } from './choice.ts';
import type { StoragePlace } from './history.ts';

/** A snapshot of the choice in force. Times in milliseconds since 1970, UTC. */
export interface ConsentState {
  /** A valid choice answers everything the policy asks. */
  readonly decided: boolean;
  /** Purpose id → granted. `necessary` is always true. */
  readonly purposes: Readonly<Record<string, boolean>>;
  /** Service id → granted. */
  readonly services: Readonly<Record<string, boolean>>;
  readonly recordId: string | null;
  readonly policyVersion: string;
  readonly decidedAt: number | null;
  readonly expiresAt: number | null;
  readonly source: ChoiceSource | null;
  readonly signals: SignalsSeen;
  /** `memory` when IndexedDB is not to be had: the choice lasts as long as the page. */
  readonly storage: StoragePlace;
}

/** @param outside what does not come from the record. */
export function stateOf(
  record: ConsentRecord | null,
  { purposes, services }: Grants,
  outside: Pick<ConsentState, 'decided' | 'policyVersion' | 'signals' | 'storage'>,
): ConsentState {
  const { freeze } = Object;
  const found: Partial<ConsentRecord> = record ?? {};
  const { recordId = null, decidedAt = null, expiresAt = null, source = null } = found;
  return freeze({
    ...outside,
    purposes: freeze({ ...purposes }),
    services: freeze({ ...services }),
    // A page that could write here would switch the opt-out off, for the rules read the same object.
    signals: freeze(outside.signals),
    recordId,
    decidedAt,
    expiresAt,
    source,
  });
}
