// The key pair of this browser for this site: kept beside the history, usable here, readable nowhere.
import type { Signer } from '../core/receipt/sealed.ts';
import { changeBeside, readBeside } from './beside-history.ts';
import { makeKeyPair, signerOf } from './signature.ts';

const KEY = 'key';

function isPair(value: unknown): value is CryptoKeyPair {
  const { privateKey, publicKey } = (value ?? {}) as Partial<CryptoKeyPair>;
  return [privateKey, publicKey].every(
    (key) => key instanceof CryptoKey && (key.algorithm as EcKeyAlgorithm).namedCurve === 'P-256',
  );
}

/** Made here; counts while it could not be stored. */
let made: CryptoKeyPair | undefined;

/**
 * Signs for this browser; `null` where the page has no Web Crypto (plain http). The pair is made when
 * a receipt is first asked for, which needs a record, so never before a choice (L-10). Where it cannot
 * be stored, as in private windows of Firefox, it lasts as long as the page.
 */
export async function deviceSigner(): Promise<Signer | null> {
  if (!(crypto.subtle as SubtleCrypto | undefined)) return null;
  const stored = await readBeside(KEY);
  if (isPair(stored)) return signerOf(stored);
  const fresh = (made ??= await makeKeyPair());
  const kept = await changeBeside(KEY, (before) => (isPair(before) ? before : fresh));
  return signerOf(kept ?? fresh);
}

export const forgetKey = (): void => {
  made = undefined;
};
