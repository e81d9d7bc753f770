// Runs in a frame at a check: reads what is stored there.

export interface Kept {
  readonly origin: string;
  readonly stores: readonly { readonly kind: string; readonly name: string }[];
}

/** Must hold everything it uses. What a frame may not read, such as storage in a sandbox, is empty. */
export async function readStores(): Promise<Kept> {
  const stores: { kind: string; name: string }[] = [];
  const list = async (kind: string, names: () => Iterable<string> | Promise<Iterable<string>>) => {
    try {
      for (const name of await names()) stores.push({ kind, name });
    } catch {
      // Refused or missing in this frame: there is nothing in it then.
    }
  };
  const { storageBuckets } = navigator as { storageBuckets?: { keys(): Promise<string[]> } };
  await list('localStorage', () => Object.keys(localStorage));
  await list('sessionStorage', () => Object.keys(sessionStorage));
  await list('indexedDB', async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  await list('cache-storage', () => caches.keys());
  await list('service-worker', async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return workers.map(({ scope, active, waiting, installing }) => {
      return new URL((active ?? waiting ?? installing)?.scriptURL ?? scope).pathname;
    });
  });
  await list('storage-bucket', async () => (await storageBuckets?.keys()) ?? []);
  await list('file', async () => {
    const names: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      keys(): AsyncIterable<string>;
    };
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
  await list('window.name', () => (self === top && name ? [name] : []));
  return { origin: self.origin, stores };
}
