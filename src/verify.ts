// `social9-consent/verify`: the checks of a receipt and of gpc.json, for servers and for the command.
import { proof } from './browser/proof.ts';
import { isSigned } from './browser/signature.ts';
import { type Doubt, doubtsIn } from './core/receipt/clock-doubt.ts';
import type { Receipt } from './core/receipt/receipt.ts';
import { verifyReceipt as verify } from './core/receipt/verify.ts';
import type { Fault } from './core/shape.ts';

export { checkGpcFile, type GpcFile } from './core/gpc-file.ts';
export type { Doubt } from './core/receipt/clock-doubt.ts';
export type { Receipt } from './core/receipt/receipt.ts';
export type { Fault } from './core/shape.ts';

/**
 * Everything wrong with a receipt, each with its path and what was expected there; empty when it is
 * valid. Never rejects; needs Web Crypto. Valid means that nothing was edited since it was signed and that no record is
 * missing between the first and the last; it does not mean that a person pressed, for any script of
 * the site could have made the whole of it (F-44).
 *
 * @param receipt as parsed from JSON; may be anything.
 */
export const verifyReceipt = (receipt: unknown): Promise<Fault[]> =>
  verify(receipt, { digest: proof.digest, isSigned });

/**
 * What the reader of a valid receipt should know: times of choices by a clock that was more than five
 * minutes off the receiver's when it took the proof (F-30).
 *
 * @param receipt one that `verifyReceipt` found valid.
 */
export const doubtsAbout = (receipt: Receipt): Doubt[] => doubtsIn(receipt);
