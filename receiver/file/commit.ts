// Writes what waits in one go: what is new of it goes to the disk, then it counts, then its senders are told.
import { StoreBusy, type StoredEvent } from '../store.ts';
import { secondsOf } from './counts/counts.ts';
import { KINDS, kindOf } from './folder.ts';
import { learn, type State } from './state.ts';

/** What is to be kept: each event once, of a leave the longest, nothing of who was erased. */
function freshOf(events: readonly StoredEvent[], { known, tombstones }: State): StoredEvent[] {
  const fresh = new Map<string, StoredEvent>();
  for (const event of events) {
    if (tombstones.has(event.recordId) || known.noveltyOf(event) === 'repeat') continue;
    const before = fresh.get(event.id);
    const isLonger =
      before?.name === 's9.page_leave' &&
      event.name === 's9.page_leave' &&
      secondsOf(event) > secondsOf(before);
    if (!before || isLonger) fresh.set(event.id, event);
  }
  return [...fresh.values()];
}

/** @throws StoreBusy where the disk takes nothing, or `maxBytes` are there. */
export async function commit(
  events: readonly StoredEvent[],
  state: State,
  maxBytes: number,
): Promise<void> {
  const fresh = freshOf(events, state);
  if (fresh.length === 0) return;
  const bytes = state.segments.reduce((sum, segment) => sum + segment.bytes, 0);
  if (bytes >= maxBytes) {
    const error = new Error(`${bytes} bytes of ${maxBytes} are there: expected room for more`);
    throw new StoreBusy('store: expected room for more', 3600, { cause: error });
  }
  for (const kind of KINDS) {
    const ofKind = fresh.filter((event) => kindOf(event) === kind);
    if (ofKind.length === 0) continue;
    try {
      await state.appenders[kind].append(ofKind);
    } catch (cause) {
      throw new StoreBusy('store: cannot write now', 30, { cause });
    }
    // On the disk already, whatever becomes of the rest: it is no news when it is sent again.
    for (const event of ofKind) learn(state, event);
  }
}
