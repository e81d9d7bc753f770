// The database as any script of the site can write it, with or without knowing of the seal.

/** Runs in the page: puts a value under a key, or takes the key away; makes the database if need be. */
export function write([key, value]: readonly [key: string, value?: unknown]): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('s9-consent');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keyval'));
    opening.addEventListener('error', () => fail(opening.error));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('keyval', 'readwrite');
      if (value === undefined) writing.objectStore('keyval').delete(key);
      else writing.objectStore('keyval').put(value, key);
      writing.addEventListener('abort', () => fail(writing.error));
      writing.addEventListener('complete', () => {
        opening.result.close();
        done();
      });
    });
  });
}

/** Runs in the page: what stands under a key. */
export function read(key: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('s9-consent');
    opening.addEventListener('error', () => fail(opening.error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('keyval').objectStore('keyval').get(key);
      reading.addEventListener('success', () => {
        opening.result.close();
        done(reading.result);
      });
    });
  });
}

/**
 * Runs in the page: the seal as the widget would make it. A script that goes to such lengths can forge
 * a grant, and nothing on the device keeps it from that; what it writes must still be a record.
 */
export async function sealFor(history: unknown): Promise<string> {
  const canonical = (value: unknown): string => {
    if (!value || typeof value !== 'object') return JSON.stringify(value);
    if (Array.isArray(value)) return `[${[...(value as unknown[])].sort().map(canonical)}]`;
    const members = Object.entries(value).sort();
    return `{${members.flatMap(([key, item]) => (item === undefined ? [] : `"${key}":${canonical(item)}`))}}`;
  };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new TextEncoder().encode(canonical(history));
  } catch {
    return 'none: it has no text';
  }
  return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
