// What a press on “all” or on a placeholder is about, and says, as grants. Pure.

import type { Question, View } from '../core/ask/ask.ts';
import { type Grants, grantsBy } from '../core/choice/choice.ts';
import type { PolicyTerms } from '../core/policy/policy.ts';

type Asked = Pick<Question, 'policy' | 'state'>;

/** What an “accept all” is about: on the banner only what is still to be answered, where anything is. */
export function askedIn<P extends PolicyTerms>(
  policy: P,
  pending: readonly string[],
  view: View | null,
): P['purposes'][number][] {
  return policy.purposes.filter(
    ({ id, basis }) =>
      basis === 'consent' && (view !== 'banner' || !pending[0] || pending.includes(id)),
  );
}

/** Nothing but what is necessary. */
export const nothing = (policy: PolicyTerms): Grants => grantsBy(policy, () => false);

/** “All” is all that is shown: where only some purposes are asked again, the others stay (L-20). */
export const allShown = (
  { policy, state }: Asked,
  shown: readonly { readonly id: string }[],
  isGranted: boolean,
): Grants =>
  grantsBy(policy, (kind, id, purpose) =>
    shown.some((p) => p.id === purpose.id) ? isGranted : state[kind][id],
  );

/** What is granted now, and these. */
export const grantedAnd = (
  { state }: Pick<Asked, 'state'>,
  these: Partial<Grants> | null | undefined,
): Grants => ({
  purposes: { ...state.purposes, ...these?.purposes },
  services: { ...state.services, ...these?.services },
});
