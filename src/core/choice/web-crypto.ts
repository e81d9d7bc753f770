// Randomness and hashing, as records need them.

export interface WebCrypto {
  /** A fresh random UUID. */
  uuid(): string;
  /** SHA-256 as lower-case hex; `null` where the page has no SubtleCrypto (plain http). */
  digest(text: string): Promise<string | null>;
}
