// Random ids and SHA-256, from Web Crypto.
import type { WebCrypto } from '../../core/choice/web-crypto.ts';

/** By hand: some pages still bring an `Array.from` that does not map (F-40). */
function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** 16 random bytes; `undefined` on a page that breaks what makes them. */
export function seed(): Uint8Array | undefined {
  try {
    return crypto.getRandomValues(new Uint8Array(16));
  } catch {
    // A no is noted all the same.
    return undefined;
  }
}

/** UUID version 4; `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function uuid(random = crypto.getRandomValues(new Uint8Array(16))): string {
  const bytes = new Uint8Array(random);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function digest(text: string): Promise<string | null> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  return subtle
    ? hex(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))))
    : null;
}

export const webCrypto: WebCrypto = { uuid, digest };
