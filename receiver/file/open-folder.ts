// Opens a folder of files as a store, which does one thing after the other; what waits is written in one go.
import { type Expiry, type Store, StoreBusy, type StoredEvent } from '../store.ts';
import { commit } from './commit.ts';
import { checkFileStoreOptions, type FileStoreOptions } from './file-store-options.ts';
import { inTurn } from './in-turn.ts';
import { lock } from './lock.ts';
import { erase, eraseLeftOver, expire } from './remove.ts';
import { openState } from './state.ts';
import { proofOf } from './subject.ts';

const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_BYTES = 4 * 1024 * 1024 * 1024;
/** Events; so many more than a disk writes in a second, memory has an end. */
export const MAX_WAITING = 50_000;

interface Waiting {
  readonly events: readonly StoredEvent[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Gathers what is written while something else is being done. */
function gather(write: (events: readonly StoredEvent[]) => Promise<void>, turn = inTurn()) {
  let waiting: Waiting[] = [];
  let count = 0;
  const writeAll = async () => {
    const all = waiting;
    if (all.length === 0) return;
    waiting = [];
    count = 0;
    await write(all.flatMap(({ events }) => events)).then(
      () => {
        for (const { done } of all) done();
      },
      (error: unknown) => {
        for (const { failed } of all) failed(error);
      },
    );
  };
  const add = (events: readonly StoredEvent[]): Promise<void> => {
    if (count > 0 && count + events.length > MAX_WAITING) {
      return Promise.reject(new StoreBusy('store: too much waits to be written', 1));
    }
    return new Promise((done, failed) => {
      waiting.push({ events, done, failed });
      count += events.length;
      if (waiting.length === 1) void turn(writeAll);
    });
  };
  return { add, turn };
}

/** Of a receiver that runs: what is there now. */
const refused = (): Promise<never> =>
  Promise.reject(new Error('store: expected to be opened for writing, and it is readOnly'));

/** @throws TypeError for an option; Error where the folder cannot be used. */
export async function openFolder(options: FileStoreOptions): Promise<Store> {
  checkFileStoreOptions(options);
  const { folder, maxFileBytes = MAX_FILE_BYTES, maxBytes = MAX_BYTES } = options;
  const { readOnly: isReadOnly = false, onWarning: warn = (words) => console.warn(words) } =
    options;
  const unlock = isReadOnly ? async () => undefined : await lock(folder);
  const { state, leftOver } = await openState({ folder, maxFileBytes, isReadOnly, warn }).catch(
    async (error: unknown) => {
      await unlock();
      throw error;
    },
  );
  if (!isReadOnly) await eraseLeftOver(leftOver, state);
  const { add, turn } = gather((events) => commit(events, state, maxBytes));
  const cutBefore = new Map<string, Expiry>();
  const reading = {
    proof: (recordId: string) => proofOf(recordId, state.segments, warn),
    stats: async (range: Parameters<Store['stats']>[0]) => state.counts.stats(range),
  };
  if (isReadOnly) {
    return { ...reading, write: refused, erase: refused, expire: refused, close: unlock };
  }
  return {
    ...reading,
    write: (events) => (events.length === 0 ? Promise.resolve() : add(events)),
    erase: (recordId) => turn(() => erase(recordId, state)),
    expire: (before) => turn(() => expire(before, cutBefore, state)),
    close: () =>
      turn(async () => {
        for (const appender of Object.values(state.appenders)) await appender.release();
        await unlock();
      }),
  };
}
