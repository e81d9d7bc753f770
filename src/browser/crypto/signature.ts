// ECDSA with P-256 and SHA-256 by Web Crypto, signatures in base64url as JWS has them (ES256).
import type { PublicKey, Signer } from '../../core/receipt/receipt-proof.ts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

const bytesOf = (text: string) => new TextEncoder().encode(text);

function toBase64Url(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );

/** A fresh pair; the private key can be used here and read nowhere. */
export const makeKeyPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);

export async function signerOf({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return {
    publicKey: { kty, crv, x, y } satisfies PublicKey,
    sign: async (text) =>
      toBase64Url(await crypto.subtle.sign(SIGNATURE, privateKey, bytesOf(text))),
  };
}

/** Whether a signature fits a text and a public key (JWK); anything that is no such thing does not. */
export async function isSigned(
  text: string,
  signature: unknown,
  publicKey: unknown,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('jwk', publicKey as JsonWebKey, KEY, false, [
      'verify',
    ]);
    const bytes = fromBase64Url(signature as string);
    return await crypto.subtle.verify(SIGNATURE, key, bytes, bytesOf(text));
  } catch {
    return false;
  }
}

/** What tells a public key from others (RFC 7638), SHA-256 in base64url. */
export async function thumbprint({ kty, crv, x, y }: PublicKey): Promise<string> {
  // The members that RFC asks for, in its order and without a blank.
  const text = JSON.stringify({ crv, kty, x, y });
  return toBase64Url(await crypto.subtle.digest('SHA-256', bytesOf(text)));
}
