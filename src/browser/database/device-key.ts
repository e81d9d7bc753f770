// The key pair of this browser for this site: kept beside the history, usable here, readable nowhere.
import type { Signer } from '../../core/receipt/receipt-proof.ts';
import { makeKeyPair, signerOf } from '../crypto/signature.ts';
import { KEY_PAIR } from './keys.ts';
import { changeValue, readValue } from './values.ts';

function isPair(value: unknown): value is CryptoKeyPair {
  const { privateKey, publicKey } = (value ?? {}) as Partial<CryptoKeyPair>;
  return [privateKey, publicKey].every(
    (key) => key instanceof CryptoKey && (key.algorithm as EcKeyAlgorithm).namedCurve === 'P-256',
  );
}

export interface DeviceKey {
  /**
   * Signs for this browser; `null` where the page has no Web Crypto (plain http). The pair is made when
   * a receipt is first asked for, which needs a record, so never before a choice (L-10). Where it cannot
   * be stored, as in private windows of Firefox, it lasts as long as the page.
   */
  signer(): Promise<Signer | null>;
  /** The stored pair is deleted with all else; this drops the one in memory. */
  forget(): void;
}

export function createDeviceKey(): DeviceKey {
  /** Made here; counts while it could not be stored. */
  let made: CryptoKeyPair | undefined;
  return {
    async signer() {
      if (!(crypto.subtle as SubtleCrypto | undefined)) return null;
      const stored = await readValue(KEY_PAIR);
      if (isPair(stored)) return signerOf(stored);
      const fresh = (made ??= await makeKeyPair());
      const kept = await changeValue(KEY_PAIR, (before) => (isPair(before) ? before : fresh));
      return signerOf(kept ?? fresh);
    },
    forget() {
      made = undefined;
    },
  };
}
