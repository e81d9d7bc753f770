// Maps what happened to one purpose to exactly one consent status of DPV 2.3 (S-07).
import type { ChoiceSource } from '../choice/choice.ts';

/** The statuses our records can have; the other ones of DPV never come from a choice on a device. */
export type ConsentStatus =
  | 'dpv:ConsentGiven'
  | 'dpv:RenewedConsentGiven'
  | 'dpv:ConsentWithdrawn'
  | 'dpv:ConsentExpired'
  | 'dpv:ConsentRefused'
  | 'dpv:ConsentUnknown';

/**
 * @param wasGranted the record before granted it, until it expired. A signal leaves what it does not
 * deny as it was: that renews nothing.
 */
export function statusOf(
  isGranted: boolean,
  wasGranted: boolean,
  source: ChoiceSource,
): ConsentStatus {
  const isRenewed = wasGranted && source !== 'signal';
  if (isGranted) return isRenewed ? 'dpv:RenewedConsentGiven' : 'dpv:ConsentGiven';
  if (source === 'expired') return wasGranted ? 'dpv:ConsentExpired' : 'dpv:ConsentUnknown';
  return wasGranted ? 'dpv:ConsentWithdrawn' : 'dpv:ConsentRefused';
}

const YES: readonly ConsentStatus[] = ['dpv:ConsentGiven', 'dpv:RenewedConsentGiven'];
const NO: readonly ConsentStatus[] = [
  'dpv:ConsentWithdrawn',
  'dpv:ConsentExpired',
  'dpv:ConsentRefused',
];

/**
 * One status for a whole record: given where any purpose was, except that of a signal, which only ever
 * takes back. Each purpose tells its own besides.
 */
export function overallStatus(
  statuses: readonly ConsentStatus[],
  source: ChoiceSource,
): ConsentStatus {
  const order = source === 'signal' ? [...NO, ...YES] : [...YES, ...NO];
  return order.find((status) => statuses.includes(status)) ?? 'dpv:ConsentUnknown';
}

/** The status when a receipt is made: what was given does not outlive its record, nor does a no. */
export function statusNow(status: ConsentStatus, isExpired: boolean): ConsentStatus {
  if (!isExpired) return status;
  const wasYes = YES.includes(status) || status === 'dpv:ConsentExpired';
  return wasYes ? 'dpv:ConsentExpired' : 'dpv:ConsentUnknown';
}
