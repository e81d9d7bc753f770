// Fetches a file of words, refused if one byte was changed.
import type { Translation } from '../../locales/locale.ts';

/**
 * Rejects where it is missing, changed, or not allowed here. As a preload of `snippet.html` fetches it, so that it is
 * fetched once.
 *
 * @param hash its SHA-256 in base64: it stands in the address too, which no other build's file has.
 */
export async function fetchJson(address: URL, hash: string): Promise<Translation> {
  const response = await fetch(`${address.href}?v=${hash}`, {
    credentials: 'same-origin',
    // From disk nothing can be fetched at all.
    integrity: `sha256-${hash}`,
  });
  return response.json() as Promise<Translation>;
}
