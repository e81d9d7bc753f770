// Keeps an answer on disk, and in memory within a second where that is not to be had (F-04, F-07).
import type { Settings } from '../../settings/settings.ts';
import { type Answer, choicesIn, grantsBy, unasked } from '../choice.ts';
import { decodeDraft } from '../decode-draft.ts';
import type { Draft } from '../draft.ts';
import type { History, RecordStore } from '../history.ts';
import { makeRecord, newestIdOf, newestOf, type RecordPorts, stampNow } from '../record.ts';
import { keep, keepDraft, stampOf, withRecord } from './keep.ts';

export interface KeeperPorts extends RecordPorts {
  readonly history: History;
  readonly disk: RecordStore;
  /** Settles like the work, or rejects after the time a press may wait. */
  inTime<T>(work: Promise<T>): Promise<T>;
  /** Told of each history that has a new record: of one in memory, and of the late one too. */
  onKept(history: readonly unknown[], isOnDisk: boolean): void;
  /** Tells the other tabs of a record that is on disk after the page had gone on without it (F-15). */
  tellTabs(): void;
}

const inMemory = (history: History): RecordStore => ({
  read: async () => history.known,
  replace: async () => true,
});

/**
 * Where the disk does not answer in time the record counts from memory; one that is written after all,
 * late, takes over unless the person has answered again since.
 *
 * @param draft the answer's own, where it was noted; another one that is owed becomes a record first.
 */
export async function keepAnswer(
  answer: Answer,
  settings: Settings,
  ports: KeeperPorts,
  draft?: Draft,
): Promise<readonly unknown[]> {
  const { history, disk, inTime, onKept, tellTabs } = ports;
  // One for both places: what is told under a record in memory is told under the late one.
  const stamp = draft ? stampOf(draft, ports) : stampNow(ports, newestIdOf(history.known));
  const owed = decodeDraft(history.draft);
  const isOther = owed && owed.decidedAt !== draft?.decidedAt;
  async function keepIn(store: RecordStore) {
    if (isOther) await keepDraft(owed, settings, { ...ports, store });
    return keep(answer, settings, { ...ports, store }, stamp);
  }
  const hold = (kept: readonly unknown[], isOnDisk: boolean) => {
    history.hold(kept, isOnDisk);
    return kept;
  };
  const writing = keepIn(disk);
  try {
    const kept = hold(await inTime(writing), true);
    onKept(kept, true);
    return kept;
  } catch {
    const kept = hold(await keepIn(inMemory(history)), false);
    onKept(kept, false);
    writing.then(
      (late) => {
        onKept(late, true);
        tellTabs();
        if (history.known !== kept) return;
        hold(late, true);
        history.hearLate();
      },
      () => undefined,
    );
    return kept;
  }
}

/** Makes a record of a no that an earlier page only noted. Where the disk does not let it, a later page does. */
export async function keepOwed(settings: Settings, ports: KeeperPorts): Promise<void> {
  const owed = decodeDraft(ports.history.draft);
  if (!owed) return;
  const keeping = keepDraft(owed, settings, { ...ports, store: ports.disk });
  await keeping.then((kept) => ports.onKept(kept, true)).catch(() => undefined);
}

/**
 * Records that the newest choice has run out, so that no clock that is set back revives it (F-31).
 * Tried once: where a new answer was faster there is nothing left to record.
 */
export async function keepExpiry(settings: Settings, ports: KeeperPorts): Promise<void> {
  // As read before: to read it again would tell the page of the same fault twice (F-44).
  const { known } = ports.history;
  const newest = newestOf(choicesIn(known));
  // A page that has broken the clock is told no time by it: nothing is over then.
  const isOver = (endMs: number) => ports.clock.now() >= endMs;
  if (newest?.shape !== 1 || !newest.expiresAt || !isOver(newest.expiresAt)) return;
  const nothing = grantsBy(settings.policy, () => false);
  const answer = unasked(nothing, 'expired');
  const record = await makeRecord(answer, settings, ports, known, stampNow(ports));
  await ports.disk.replace(withRecord(known, record), newestIdOf(known)).catch(() => false);
}
