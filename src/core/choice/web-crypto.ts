// Randomness and hashing, as records need them.

export interface WebCrypto {
  /**
   * A random UUID.
   *
   * @param seed 16 random bytes that it is made of; fresh ones without.
   */
  uuid(seed?: Uint8Array): string;
  /** SHA-256 as lower-case hex; `null` where the page has no SubtleCrypto (plain http). */
  digest(text: string): Promise<string | null>;
}
