// Signs a receipt on the device, and says in the receipt itself how little that proves (F-44).
import { jcs } from './jcs.ts';
import type { Receipt } from './receipt.ts';
import type { ReceiptProof, Signer } from './receipt-proof.ts';

const SIGNED =
  'Made in this browser by a key that never leaves it. It shows that the receipt was not edited since. ' +
  'It does not show who pressed: any script of the same site could have had it made. ' +
  'The proof that counts is the copy of each record that the controller received when it was made.';

/** What a signed receipt says of its proof, besides key and signature. */
export const PROOF = {
  '@type': 's9:DeviceSignature',
  'dct:description': SIGNED,
  's9:algorithm': 'ES256',
  's9:canonicalization': 'RFC 8785',
} as const;

const UNSIGNED =
  'Not signed, and its records are not hashed: the page has no Web Crypto, as pages on plain http have not.';

/** The text a signature is made over. */
export function signedText(receipt: Receipt): string {
  const { 's9:signature': _signature, ...proof } = receipt.proof ?? {};
  return jcs({ ...receipt, proof });
}

/** @param signer `null` where the page has no Web Crypto: the receipt then says that it is unsigned. */
export async function signReceipt(receipt: Receipt, signer: Signer | null): Promise<Receipt> {
  if (!signer) {
    return { ...receipt, proof: { '@type': 's9:Unsigned', 'dct:description': UNSIGNED } };
  }
  const proof: ReceiptProof = { ...PROOF, 's9:publicKey': signer.publicKey };
  const signature = await signer.sign(signedText({ ...receipt, proof }));
  return { ...receipt, proof: { ...proof, 's9:signature': signature } };
}
