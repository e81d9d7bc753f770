// Browser-wide preferences: signal × earlier choice × setting → what is granted, and whether to ask.
import type { ConsentRecord, Grants, SignalsSeen } from './choice.ts';
import type { PolicyTerms } from './policy.ts';
import { hasThirdParty } from './policy-shape.ts';

/*
 * The published truth table for Global Privacy Control (S-01, L-43), per purpose:
 *
 *   signal | third party | record made          | granted
 *   -------+-------------+----------------------+---------------------------
 *   off    | any         | any                  | as the record says
 *   on     | no          | any                  | as the record says
 *   on     | yes         | none                 | no
 *   on     | yes         | before the signal    | no: the signal is the newer word
 *   on     | yes         | while it was on      | as the record says: an explicit later yes
 *
 * Asking: with the signal on, `honour` never opens the notice by itself; `ask` does, preset off.
 */

/** Grants that remain once the signals have been honoured. */
export function honourSignals(
  grants: Grants,
  record: ConsentRecord | null,
  policy: PolicyTerms,
  signals: SignalsSeen,
): Grants {
  if (!signals.gpc || record?.signals?.gpc) return grants;
  const purposes = { ...grants.purposes };
  const services = { ...grants.services };
  for (const purpose of policy.purposes.filter(hasThirdParty)) {
    purposes[purpose.id] = false;
    for (const { id } of purpose.services) services[id] = false;
  }
  return { purposes, services };
}
