// Whether a receipt says of its own proof what we write there, and nothing else.
import { type Fault, isObject, refuse } from '../policy/shape.ts';
import { checkSame } from './difference.ts';
import type { PublicKey } from './receipt-proof.ts';
import { PROOF } from './signed.ts';

/** 32 and 64 bytes in base64url, the bits that are left over in the last letter unset: one text for each. */
const COORDINATE = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const SIGNATURE = /^[\w-]{85}[AQgw]$/;

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);

function isPublicKey(value: unknown): value is PublicKey {
  if (!isObject(value)) return false;
  const { kty, crv, x, y, ...rest } = value;
  return (
    kty === 'EC' &&
    crv === 'P-256' &&
    isText(x, COORDINATE) &&
    isText(y, COORDINATE) &&
    Object.keys(rest).length === 0
  );
}

/** Key and signature, and a fault for whatever else the proof says of itself; `null` without either of them. */
export function readProof(
  proof: unknown,
  faults: Fault[],
): { readonly publicKey: PublicKey; readonly signature: string } | null {
  if (!isObject(proof) || typeof proof['s9:signature'] !== 'string') {
    const expected = 'a signature; without one nothing shows who edited it';
    return refuse('proof.s9:signature', expected, faults) ?? null;
  }
  const { 's9:publicKey': publicKey, 's9:signature': signature, ...said } = proof;
  checkSame(said, PROOF, 'proof', faults);
  if (!isPublicKey(publicKey)) {
    refuse('proof.s9:publicKey', 'a public key of P-256: kty, crv, x and y', faults);
    return null;
  }
  if (!isText(signature, SIGNATURE)) {
    refuse('proof.s9:signature', '64 bytes in base64url', faults);
    return null;
  }
  return { publicKey, signature };
}
