// Reads the widget's database as it lies there, and never brings it into being.

const NAME = 's9-consent';

/** Object store to its entries, by key. */
export type RawDatabase = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('IndexedDB refused.')),
    );
  });
}

async function openExisting(name: string): Promise<IDBDatabase | undefined> {
  const present = await indexedDB.databases();
  if (!present.some((each) => each.name === name)) return undefined;
  const request = indexedDB.open(name);
  // Deleted between the two calls: opening would create it anew, so that is called off.
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  return settled(request).catch(() => undefined);
}

async function contentsOf(store: IDBObjectStore): Promise<Record<string, unknown>> {
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  return Object.fromEntries(keys.map((key, index) => [String(key), values[index] as unknown]));
}

/** `undefined` when there is no such database: then nothing is stored. */
export async function readDatabase(called = NAME): Promise<RawDatabase | undefined> {
  const database = await openExisting(called);
  if (!database) return undefined;
  try {
    const names = [...database.objectStoreNames];
    if (names.length === 0) return {};
    const transaction = database.transaction(names, 'readonly');
    const stores = names.map(
      async (name) => [name, await contentsOf(transaction.objectStore(name))] as const,
    );
    return Object.fromEntries(await Promise.all(stores));
  } finally {
    // An open connection would hold up the widget when it deletes its database.
    database.close();
  }
}
