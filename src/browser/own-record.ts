// Whether a record was made by us, for this site, and is as it was made (F-44, F-49).
import type { ConsentRecord } from '../core/choice.ts';
import { canonical } from '../core/policy.ts';
import { proof } from './proof.ts';

/** Nobody is told of what another has written, or of what a later widget has written in its own way (F-10). */
export async function isOurs(entry: unknown): Promise<boolean> {
  const { hash = null, ...record } = (entry ?? {}) as Partial<ConsentRecord>;
  const isHere =
    record.shape === 1 && typeof record.recordId === 'string' && record.origin === location.origin;
  try {
    return isHere && hash === (await proof.digest(canonical(record)));
  } catch {
    return false;
  }
}
