// Takes out of the files who was erased and what is too old, and out of the numbers with it.
import type { Expiry, StoredEvent } from '../store.ts';
import { secondsOf } from './counts/counts.ts';
import type { Segment } from './folder.ts';
import { type Cut, isDue, keepYoung, rewrite } from './rewrite.ts';
import type { State } from './state.ts';
import { recordsBeside } from './subject.ts';

async function take(segment: Segment, cut: Cut, state: State): Promise<readonly StoredEvent[]> {
  const { appenders, segments } = state;
  const appender = appenders[segment.kind];
  const isWriting = appender.isWriting(segment);
  if (isWriting) await appender.release();
  const gone = await rewrite(segment, cut, isWriting);
  if (gone.length > 0 && segment.bytes === 0 && !isWriting) {
    segments.splice(segments.indexOf(segment), 1);
  }
  return gone;
}

/** Each as it was counted: of one leave that came several times the longest alone. */
function countedOf(gone: readonly StoredEvent[]): readonly StoredEvent[] {
  const byId = new Map<string, StoredEvent>();
  for (const event of gone) {
    const other = byId.get(event.id);
    if (!other || secondsOf(event) > secondsOf(other)) byId.set(event.id, event);
  }
  return [...byId.values()];
}

/** Takes everything under these records out of the files that have something of them. */
async function takeRecords(records: ReadonlySet<string>, state: State): Promise<StoredEvent[]> {
  const gone: StoredEvent[] = [];
  const ids = [...records];
  const cut: Cut = {
    keep: (event) => (records.has(event.recordId) ? undefined : event),
    mayCut: (line) => ids.some((id) => line.includes(id)),
  };
  for (const segment of state.segments.slice()) {
    if (!ids.some((id) => segment.mentions.has(id))) continue;
    gone.push(...(await take(segment, cut, state)));
  }
  return gone;
}

/** Resolves with how many events went. A killed process finds the rest when it starts again. */
export async function erase(recordId: string, state: State): Promise<number> {
  const records = await recordsBeside(recordId, state.segments, state.warn);
  await state.tombstones.add([...records], Date.now());
  const gone = countedOf(await takeRecords(records, state));
  for (const event of gone) state.counts.remove(event);
  return gone.length;
}

/** What was left over of an erasure when the process was killed; it is in no number. */
export const eraseLeftOver = async (records: ReadonlySet<string>, state: State): Promise<void> =>
  void (await takeRecords(records, state));

/** @param last what was cut the last time, by file. */
export async function expire(
  before: Expiry,
  last: Map<string, Expiry>,
  state: State,
): Promise<void> {
  for (const segment of state.segments.slice()) {
    if (!isDue(segment, before, last.get(segment.path))) continue;
    await take(segment, { keep: keepYoung(segment.kind, before) }, state);
    last.set(segment.path, before);
    const member = segment.kind === 'proofs' ? 'proofsBeforeMs' : 'visitsBeforeMs';
    segment.oldestMs = Math.max(segment.oldestMs, before[member]);
  }
  state.counts.forget(before);
}
