// The raw database as anyone finds it: records of choices, read without the widget and without creating it.
import type { Page } from 'playwright/test';

export interface StoredRecord {
  readonly recordId: string;
  readonly source: string;
  readonly input: string;
  readonly purposes: Readonly<Record<string, boolean>>;
  readonly services: Readonly<Record<string, boolean>>;
  readonly decidedAt: number;
  readonly expiresAt: number;
  readonly previous: string | null;
  readonly [member: string]: unknown;
}

/** Runs in the page; must hold everything it uses. */
export async function readHistory(): Promise<StoredRecord[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 's9-consent')) return [];
  return new Promise((done, fail) => {
    const opening = indexedDB.open('s9-consent');
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
    opening.addEventListener('error', () => done([]));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const finish = (history: StoredRecord[]) => {
        database.close();
        done(history);
      };
      if (!database.objectStoreNames.contains('keyval')) return finish([]);
      const reading = database.transaction('keyval').objectStore('keyval').get('history');
      reading.addEventListener('error', () => fail(reading.error));
      reading.addEventListener('success', () => finish((reading.result ?? []) as StoredRecord[]));
    });
  });
}

/** History of the page's origin, oldest first. */
export const recordsOf = (page: Page): Promise<StoredRecord[]> => page.evaluate(readHistory);

/** Runs in the page: keys of the database, none where there is no database. */
export async function storedKeys(): Promise<string[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 's9-consent')) return [];
  return new Promise((done, fail) => {
    const opening = indexedDB.open('s9-consent');
    opening.addEventListener('error', () => fail(opening.error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('keyval').objectStore('keyval').getAllKeys();
      reading.addEventListener('success', () => {
        opening.result.close();
        done(reading.result.map(String));
      });
    });
  });
}
