// Maps what happened to one purpose to exactly one consent status of DPV 2.3 (S-07).
import type { ChoiceSource } from '../choice.ts';

/** The statuses our records can have; the other ones of DPV never come from a choice on a device. */
export type ConsentStatus =
  | 'dpv:ConsentGiven'
  | 'dpv:RenewedConsentGiven'
  | 'dpv:ConsentWithdrawn'
  | 'dpv:ConsentExpired'
  | 'dpv:ConsentRefused'
  | 'dpv:ConsentUnknown';

/** @param wasGranted the record before granted it, and had not expired. */
export function statusOf(
  isGranted: boolean,
  wasGranted: boolean,
  source: ChoiceSource,
): ConsentStatus {
  if (isGranted) return wasGranted ? 'dpv:RenewedConsentGiven' : 'dpv:ConsentGiven';
  if (source === 'expired') return wasGranted ? 'dpv:ConsentExpired' : 'dpv:ConsentUnknown';
  return wasGranted ? 'dpv:ConsentWithdrawn' : 'dpv:ConsentRefused';
}

const FIRST_COUNTS: readonly ConsentStatus[] = [
  'dpv:ConsentGiven',
  'dpv:RenewedConsentGiven',
  'dpv:ConsentWithdrawn',
  'dpv:ConsentExpired',
  'dpv:ConsentRefused',
];

/** One status for a whole record: given where any purpose was. Each purpose tells its own besides. */
export const overallStatus = (statuses: readonly ConsentStatus[]): ConsentStatus =>
  FIRST_COUNTS.find((status) => statuses.includes(status)) ?? 'dpv:ConsentUnknown';

/** The status when a receipt is made: what was given does not outlive its record, nor does a no. */
export function statusNow(status: ConsentStatus, isExpired: boolean): ConsentStatus {
  if (!isExpired) return status;
  return status === 'dpv:ConsentGiven' || status === 'dpv:RenewedConsentGiven'
    ? 'dpv:ConsentExpired'
    : 'dpv:ConsentUnknown';
}
