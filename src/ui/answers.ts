// What a press on “all” or on a placeholder says, as grants. Pure.
import { type Grants, grantsBy } from '../core/choice.ts';
import type { PolicyTerms } from '../core/policy.ts';

/** Nothing but what is necessary. */
export const nothing = (policy: PolicyTerms): Grants => grantsBy(policy, () => false);

/** “All” is all that is shown: where only some purposes are asked again, the others stay (L-20). */
export const allShown = (policy: PolicyTerms, granted: Grants, shown: readonly string[]): Grants =>
  grantsBy(policy, (kind, id, purpose) => shown.includes(purpose.id) || granted[kind][id]);

/** What is granted now, and these: purposes, and services as `service:…`. */
export const grantedAnd = (policy: PolicyTerms, granted: Grants, ids: readonly string[]): Grants =>
  grantsBy(
    policy,
    (kind, id) => granted[kind][id] || ids.includes(kind === 'services' ? `service:${id}` : id),
  );
