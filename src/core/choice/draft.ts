// A no on its way to its record: the tag notes it by itself, before any further file is fetched.
import type { PolicyTerms } from '../policy/policy.ts';
import { termsOf } from '../policy/terms.ts';
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  choicesIn,
  type Grants,
  inBoth,
} from './choice.ts';

/** Until the record is kept, which knows the settings' own time. */
const HALF_YEAR_MS = 15_552_000_000;

/**
 * An answer that takes back, or grants nothing, as it counts until its record is kept. It has no seal, so it
 * only ever takes away from what the records before it grant.
 */
export interface Draft
  extends Omit<Answer, 'asked' | 'collection'>,
    Pick<
      ConsentRecord,
      'shape' | 'policyId' | 'policyVersion' | 'asked' | 'origin' | 'decidedAt' | 'expiresAt'
    > {
  /** Id of the newest record it was made after. */
  readonly after?: string | undefined;
  /** 16 random bytes, of which the id of its record is made, whoever keeps it: two of them keep one. */
  readonly seed?: Uint8Array | undefined;
}

/** Whether its record is still owed: nothing newer stands in the history. */
export function isOwed(draft: Draft | undefined, history: readonly unknown[]): draft is Draft {
  // A consent in a form is no newer choice.
  const newest = choicesIn(history).at(-1) as Partial<ConsentRecord> | undefined;
  return (
    draft?.shape === 1 &&
    (draft.after === newest?.recordId || draft.decidedAt > (newest?.decidedAt ?? 0))
  );
}

/**
 * The draft of an answer; what it asks for more is no part of it.
 *
 * @param current the record in force.
 */
export const draftOf = (
  answer: Answer,
  policy: PolicyTerms,
  current: ConsentRecord | null,
  granted: Grants,
  decidedAt: number,
): Omit<Draft, 'origin' | 'after' | 'seed'> => ({
  ...answer,
  ...inBoth(policy, granted, answer),
  shape: 1,
  policyId: policy.id,
  policyVersion: policy.version,
  // Where the rest of it cannot be kept, that is still to be asked.
  asked: current && asksForMore(answer, granted) ? current.asked : termsOf(policy),
  decidedAt,
  expiresAt: current?.expiresAt ?? decidedAt + HALF_YEAR_MS,
});
