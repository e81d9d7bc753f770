import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeBeside, deleteAll, readBeside } from './beside-history.ts';
import { forgetLedger, noteSent, readLedger } from './ledger.ts';

const NAME = 's9-consent';

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => void request.result.createObjectStore('keyval');
    request.onsuccess = () => resolve(request.result);
  });

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(async () => (await database()).close());
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteAll();
  forgetLedger();
});

it('L-27 keeps what was sent, oldest first, and the newest 500 of it', async () => {
  await changeBeside('ledger', () => Array.from({ length: 499 }, (_, sentAt) => ({ sentAt })));
  await Promise.all(['first', 'second'].map((body) => noteSent('/v1/logs', body)));
  const ledger = await readLedger();
  expect(ledger).toHaveLength(500);
  expect(ledger[0]).toEqual({ sentAt: 1 });
  expect(ledger.at(-1)).toMatchObject({ to: '/v1/logs', body: 'second' });
  expect(ledger.at(-1)?.sentAt).toBeGreaterThan(Date.now() - 60_000);
});

it('F-11 starts anew where something else stands under its key', async () => {
  await changeBeside('ledger', () => 'junk');
  await noteSent('/v1/logs', 'body');
  expect(await readLedger()).toMatchObject([{ body: 'body' }]);
});

it('L-10 makes no database: without one it lasts as long as the page', async () => {
  await deleteAll();
  await noteSent('/v1/logs', 'body');
  expect(await names()).not.toContain(NAME);
  expect(await readLedger()).toMatchObject([{ body: 'body' }]);
  forgetLedger();
  expect(await readLedger()).toEqual([]);
});

it('F-05 L-27 is emptied even where another connection keeps the database from going', async () => {
  const other = await database();
  await changeBeside('ledger', () => []);
  expect(await deleteAll()).toEqual({ deleted: ['ledger'], remains: [] });
  expect(await readBeside('ledger')).toBeUndefined();
  other.close();
});

it('L-27 is not said to be gone when it could not be reached', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(await deleteAll()).toEqual({ deleted: [], remains: [NAME] });
});

it('L-27 is not said to be gone when it would not go', async () => {
  await changeBeside('ledger', () => []);
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  expect(await deleteAll()).toEqual({ deleted: [], remains: ['ledger'] });
});
