// Whether a record was made by us, for this site, and is as it was made (F-44, F-49).
import { canonical } from '../policy/canonical.ts';
import type { ConsentRecord } from './choice.ts';
import type { WebCrypto } from './web-crypto.ts';

/** Nobody is told of what another has written, or of what a later widget has written in its own way (F-10). */
export async function isOwnRecord(
  entry: unknown,
  origin: string,
  { digest }: Pick<WebCrypto, 'digest'>,
): Promise<boolean> {
  const { hash = null, ...record } = (entry ?? {}) as Partial<ConsentRecord>;
  const isHere =
    record.shape === 1 && typeof record.recordId === 'string' && record.origin === origin;
  try {
    return isHere && hash === (await digest(canonical(record)));
  } catch {
    return false;
  }
}
