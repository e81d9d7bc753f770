// The material terms of a policy: what a record keeps of it, and what a change in asks anew (L-28).
import type { AskedPurpose, AskedTerms, PolicyTerms } from './policy.ts';

export type { AskedPurpose, AskedTerms } from './policy.ts';

/** What is as it stands in the policy; a member that is missing there is missing here. */
const MEMBERS = [
  'basis',
  'data',
  'recipients',
  'retention',
  'retentions',
  'visitors',
  'queryParameters',
] as const;

/** The material terms of a policy: not wording, not theme (L-28). Order falls to `canonical`. */
export function termsOf(policy: PolicyTerms): AskedTerms {
  const purposes: Record<string, AskedPurpose> = {};
  for (const purpose of policy.purposes) {
    const services: Record<string, readonly string[]> = {};
    for (const { id, data } of purpose.services) services[id] = data;
    const asked: Record<string, unknown> = { services };
    for (const member of MEMBERS) asked[member] = purpose[member];
    purposes[purpose.id] = asked as unknown as AskedPurpose;
  }
  return {
    ip: policy.ip,
    controller: policy.controller.name,
    processor: policy.processor.name,
    purposes,
  };
}
