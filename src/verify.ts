// `social9-consent/verify`: the checks of a receipt and of gpc.json, for servers and for the command.

import { isSigned, thumbprint } from './browser/crypto/signature.ts';
import { webCrypto } from './browser/crypto/web-crypto.ts';
import { type Doubt, doubtsIn } from './core/receipt/clock-doubt.ts';
import type { Receipt } from './core/receipt/receipt.ts';
import type { Verdict } from './core/receipt/verdict.ts';
import { verifyReceipt as verify } from './core/receipt/verify.ts';

export { checkGpcFile, type GpcFile } from './core/gpc-file.ts';
export type { Fault } from './core/policy/shape.ts';
export type { Doubt } from './core/receipt/clock-doubt.ts';
export type { Receipt } from './core/receipt/receipt.ts';
export { NOT_SHOWN, type Verdict } from './core/receipt/verdict.ts';

/**
 * Everything wrong with a receipt, each with its path and what was expected there; empty when it is
 * valid. Besides, it has what was `checked`, in words, and the `thumbprint` of the key that signed it.
 * Never rejects; needs Web Crypto. Valid means that nothing was edited since it was signed and that no record is
 * missing between the first and the last; what it does not mean is in `NOT_SHOWN` (F-44).
 *
 * @param receipt its text, of up to 5 MB; or as parsed from JSON, where a member that stood there twice
 * is not seen any more. May be anything.
 */
export const verifyReceipt = (receipt: unknown): Promise<Verdict> =>
  verify(receipt, { digest: webCrypto.digest, isSigned, thumbprint });

/**
 * What the reader of a valid receipt should know: times of choices by a clock that was more than five
 * minutes off the receiver's when it took the proof (F-30).
 *
 * @param receipt one that `verifyReceipt` found valid.
 */
export const doubtsAbout = (receipt: Receipt): Doubt[] => doubtsIn(receipt);
