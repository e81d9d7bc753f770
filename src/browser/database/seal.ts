// The seal over a whole history: whoever writes without it has edited, and grants nothing (F-44).
import { canonical } from '../../core/policy/canonical.ts';

/**
 * SHA-256 of a whole history, as the numbers of its bytes; empty on a page without Web Crypto. Whoever
 * edits, deletes, reorders or repeats records without knowing of it breaks it (F-44). A script of the
 * same site that does know can make it anew: nothing on the device can keep it from that.
 */
export const sealOf = async (history: unknown): Promise<string> =>
  String(
    new Uint8Array(
      (await (crypto.subtle as SubtleCrypto | undefined)?.digest(
        'SHA-256',
        new TextEncoder().encode(canonical(history)),
      )) as ArrayBuffer,
    ),
  );
