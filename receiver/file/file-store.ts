// The embedded store: append-only files of OTLP JSON lines in a folder, and counts in memory. Nothing to install.
import { type Store, StoreBusy } from '../store.ts';
import type { FileStoreOptions } from './file-store-options.ts';
import { MAX_WAITING, openFolder } from './open-folder.ts';

export interface FileStore extends Store {
  /** Resolves once what the folder holds is read and counted; rejects where it cannot be used. */
  readonly opened: Promise<void>;
}

/**
 * The folder is opened at once; what is asked meanwhile waits, and rejects where it could not be opened.
 *
 * @example const store = fileStore({ folder: './data' });
 */
export function fileStore(options: FileStoreOptions): FileStore {
  const open = openFolder(options);
  const opened = open.then(() => undefined);
  // Each call rejects with it as well; whoever makes none is told by `opened`.
  opened.catch(() => undefined);
  let waiting = 0;
  return {
    opened,
    async write(events) {
      if (waiting > 0 && waiting + events.length > MAX_WAITING) {
        throw new StoreBusy('store: still reads what is there');
      }
      waiting += events.length;
      const store = await open.finally(() => {
        waiting -= events.length;
      });
      await store.write(events);
    },
    proof: async (recordId) => (await open).proof(recordId),
    erase: async (recordId) => (await open).erase(recordId),
    expire: async (before) => (await open).expire(before),
    stats: async (range) => (await open).stats(range),
    close: async () => (await open).close(),
  };
}
