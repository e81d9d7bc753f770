// Keeps the record of an answer on disk, and in memory within a second where that is not to be had.
import { promisifyRequest } from 'idb-keyval';
import type { Answer, ConsentRecord } from '../core/choice.ts';
import type { KeepPorts, Proof } from '../core/ports.ts';
import { keep, type RecordStore } from '../core/record.ts';
import type { Settings } from '../core/settings.ts';
import { KEY, LIMIT_MS, type OpenStore } from './choice-store.ts';
import { withinMs } from './deadline.ts';

const newestId = (history: readonly unknown[]): string | undefined =>
  (history.at(-1) as Partial<ConsentRecord> | undefined)?.recordId;

const diskOf = ({ load, use }: OpenStore): RecordStore => ({
  read: load,
  // Read, compare and write in one transaction: another tab can be at it too (F-15). Only its end
  // counts: a put that succeeded can still be undone by a full disk (F-07).
  add: (record, afterId) =>
    use('readwrite', async (store) => {
      let added: unknown[] | null = null;
      const request = store.get(KEY);
      request.onsuccess = () => {
        const history = Array.isArray(request.result) ? (request.result as unknown[]) : [];
        if (newestId(history) === afterId) store.put((added = [...history, record]), KEY);
      };
      await promisifyRequest(store.transaction);
      return added;
    }),
});

const memoryOf = (store: OpenStore): RecordStore => ({
  read: async () => store.known,
  add: async (record) => [...store.known, record],
});

/**
 * Keeps a record of the answer. Where the disk does not answer in time the record counts from memory;
 * one that is written after all, late, takes over unless the person has answered again since.
 */
export async function keepOnDisk(
  answer: Answer,
  settings: Settings,
  ports: KeepPorts,
  proof: Proof,
): Promise<readonly unknown[]> {
  const store = ports.choices as OpenStore;
  const keepIn = (choices: RecordStore) => keep(answer, settings, { ...ports, choices }, proof);
  const writing = keepIn(diskOf(store));
  try {
    const history = await withinMs(LIMIT_MS, writing);
    store.hold(history, true);
    return history;
  } catch {
    const history = await keepIn(memoryOf(store));
    store.hold(history, false);
    writing.then(
      (late) => {
        if (store.known !== history) return;
        store.hold(late, true);
        store.onLate();
      },
      () => undefined,
    );
    return history;
  }
}
