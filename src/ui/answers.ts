// What a press on “all” or on a placeholder says, as grants. Pure.
import { type Grants, grantsBy } from '../core/choice.ts';
import type { PolicyTerms } from '../core/policy.ts';
import type { Question } from '../core/ports.ts';

type Asked = Pick<Question, 'policy' | 'state'>;

/** Nothing but what is necessary. */
export const nothing = (policy: PolicyTerms): Grants => grantsBy(policy, () => false);

/** “All” is all that is shown: where only some purposes are asked again, the others stay (L-20). */
export const allShown = (
  { policy, state }: Asked,
  shown: readonly { readonly id: string }[],
): Grants =>
  grantsBy(
    policy,
    (kind, id, purpose) => shown.some((p) => p.id === purpose.id) || state[kind][id],
  );

/** What is granted now, and these: purposes, and services as `service:…`. */
export const grantedAnd = ({ policy, state }: Asked, ids: readonly string[]): Grants =>
  grantsBy(
    policy,
    (kind, id) => state[kind][id] || ids.includes(kind === 'services' ? `service:${id}` : id),
  );
