// How a receipt is signed, or why it is not.

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

export interface ReceiptProof {
  readonly '@type': 's9:DeviceSignature' | 's9:Unsigned';
  /** What the signature shows and what it does not. */
  readonly 'dct:description': string;
  readonly 's9:algorithm'?: 'ES256';
  /** What is signed: the receipt by RFC 8785, with this proof less its signature. */
  readonly 's9:canonicalization'?: 'RFC 8785';
  readonly 's9:publicKey'?: PublicKey;
  readonly 's9:signature'?: string;
}
