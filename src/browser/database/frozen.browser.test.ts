// What a page has under way when it is frozen is taken back, and holds up nobody.
import { beforeEach, expect, it, vi } from 'vitest';
import { EMPTY } from '../../core/telemetry/queue.ts';
import { deleted, keep, read, storeOf, waitForDisk } from '../fakes.ts';
import { LEDGER } from './keys.ts';
import { step } from './outbox.ts';
import { changeValue, readValue } from './values.ts';

beforeEach(async () => {
  waitForDisk();
  await deleted();
  await keep(storeOf(), 'analytics');
});

const hide = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));

/** From the first transaction that may write on, each is kept from its end, as by a disk that is slow. */
function keepBusy(): Promise<void> {
  const { get } = IDBObjectStore.prototype;
  return new Promise((begun) => {
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      const again = (): void => void (get.call(this, 'nothing').onsuccess = again);
      if (this.transaction.mode === 'readwrite') again();
      begun();
      return get.call(this, key);
    });
  });
}

const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
  'a step of telemetry': () => step(() => ({ queue: { ...EMPTY, dueAt: 1 } })),
  'a value': () => changeValue(LEDGER, () => ['written']),
};

it.each(Object.entries(WRITES))('F-20 %s does not hold up the disk', async (_what, write) => {
  const busy = keepBusy();
  const writing = write().catch(() => 'taken back');
  await busy;
  vi.restoreAllMocks();
  hide(true);
  expect(await read()).toEqual(['analytics']);
  expect(['taken back', undefined]).toContain(await writing);
});

it('F-12 what ends with a page that is not frozen is left to the browser', async () => {
  const writing = changeValue(LEDGER, () => ['written']);
  hide(false);
  expect(await writing).toEqual(['written']);
  expect(await readValue(LEDGER)).toEqual(['written']);
});

it('what is written already is not disturbed, and no later page hears of it', async () => {
  const failed = vi.fn();
  addEventListener('error', failed);
  await changeValue(LEDGER, () => ['written']);
  hide(true);
  removeEventListener('error', failed);
  expect(failed).not.toHaveBeenCalled();
  expect(await readValue(LEDGER)).toEqual(['written']);
});
