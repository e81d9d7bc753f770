// Signs a receipt on the device, and says in the receipt itself how little that proves (F-44).
import { jcs } from './jcs.ts';
import type { Receipt } from './receipt.ts';

/** A public key of P-256 as a JSON Web Key (RFC 7517). */
export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** The key of this device. */
export interface Signer {
  readonly publicKey: PublicKey;
  /** ECDSA with P-256 and SHA-256, as JWS writes it (ES256): 64 bytes in base64url. */
  sign(text: string): Promise<string>;
}

export interface Proof {
  readonly '@type': 's9:DeviceSignature' | 's9:Unsigned';
  /** What the signature shows and what it does not. */
  readonly 'dct:description': string;
  readonly 's9:algorithm'?: 'ES256';
  /** What is signed: the receipt by RFC 8785, with this proof less its signature. */
  readonly 's9:canonicalization'?: 'RFC 8785';
  readonly 's9:publicKey'?: PublicKey;
  readonly 's9:signature'?: string;
}

const SIGNED =
  'Made in this browser by a key that never leaves it. It shows that the receipt was not edited since. ' +
  'It does not show who pressed: any script of the same site could have had it made. ' +
  'The proof that counts is the copy of each record that the controller received when it was made.';

const UNSIGNED =
  'Not signed, and its records are not hashed: the page has no Web Crypto, as pages on plain http have not.';

/** The text a signature is made over. */
export function signedText(receipt: Receipt): string {
  const { 's9:signature': _signature, ...proof } = receipt.proof ?? {};
  return jcs({ ...receipt, proof });
}

/** @param signer `null` where the page has no Web Crypto: the receipt then says that it is unsigned. */
export async function seal(receipt: Receipt, signer: Signer | null): Promise<Receipt> {
  if (!signer) {
    return { ...receipt, proof: { '@type': 's9:Unsigned', 'dct:description': UNSIGNED } };
  }
  const proof: Proof = {
    '@type': 's9:DeviceSignature',
    'dct:description': SIGNED,
    's9:algorithm': 'ES256',
    's9:canonicalization': 'RFC 8785',
    's9:publicKey': signer.publicKey,
  };
  const signature = await signer.sign(signedText({ ...receipt, proof }));
  return { ...receipt, proof: { ...proof, 's9:signature': signature } };
}
