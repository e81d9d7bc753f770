// The random number that links pages of a visit, or visits, where the policy says so; it ends by itself (L-29).
import { isObject } from '../policy/shape.ts';

/** As it is kept, under the answer that it was granted by. */
export interface Link {
  /** UUID. */
  readonly id: string;
  /** Id of the record. */
  readonly recordId: string;
  /** When it was made, by visits; when a page of it was last seen, within one. Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Nobody comes back to a visit after that. */
export const VISIT_ENDS_MS = 1_800_000;
/** Thirteen months of thirty days; an answer ends long before, as a rule. */
export const ID_ENDS_MS = 33_696_000_000;

/**
 * The link from now on.
 *
 * @param kept as it was found; others can have written it (F-11).
 * @param fresh used where that does not count any more: another answer, too old, or of another clock.
 */
export function linkNow(kept: unknown, fresh: Link, kind: 'visit' | 'id'): Link {
  if (!isObject(kept)) return fresh;
  const { id, recordId, at } = kept;
  const ageMs = typeof at === 'number' ? fresh.at - at : Number.NaN;
  const counts =
    typeof id === 'string' &&
    id.length === fresh.id.length &&
    recordId === fresh.recordId &&
    ageMs >= 0 &&
    ageMs < (kind === 'id' ? ID_ENDS_MS : VISIT_ENDS_MS);
  if (!counts) return fresh;
  // Of a visit that goes on; the other one never slides.
  return { id, recordId: fresh.recordId, at: kind === 'id' ? fresh.at - ageMs : fresh.at };
}
