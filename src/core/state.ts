// The state a page is shown: one frozen snapshot of what is in force.
import type { ChoiceSource, ConsentRecord, Grants, SignalsSeen } from './choice.ts';
import type { PolicyTerms } from './policy.ts';
import type { StoragePlace } from './ports.ts';

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

export function stateOf(
  record: ConsentRecord | null,
  grants: Grants,
  decided: boolean,
  outside: { policy: PolicyTerms; signals: SignalsSeen; storage: StoragePlace },
): ConsentState {
  return Object.freeze({
    decided,
    purposes: Object.freeze({ ...grants.purposes }),
    services: Object.freeze({ ...grants.services }),
    recordId: record?.recordId ?? null,
    policyVersion: outside.policy.version,
    decidedAt: record?.decidedAt ?? null,
    expiresAt: record?.expiresAt ?? null,
    source: record?.source ?? null,
    signals: Object.freeze({ ...outside.signals }),
    storage: outside.storage,
  });
}
