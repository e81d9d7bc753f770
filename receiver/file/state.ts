// What an open folder is: its files, what writes to them, and what is known of what they hold.
import type { StoredEvent } from '../store.ts';
import { type Appender, createAppender } from './appender.ts';
import { type Counts, createCounts } from './counts/counts.ts';
import {
  eventsOf,
  type Kind,
  mend,
  note,
  type Segment,
  segmentOf,
  segmentsIn,
  type Warn,
} from './folder.ts';
import { createKnown, type Known } from './known.ts';
import { openTombstones, type Tombstones } from './tombstones.ts';

export interface State {
  /** Oldest first within a kind. */
  readonly segments: Segment[];
  readonly appenders: Readonly<Record<Kind, Appender>>;
  readonly counts: Counts;
  readonly known: Known;
  readonly tombstones: Tombstones;
  readonly warn: Warn;
}

export interface Opening {
  readonly folder: string;
  readonly maxFileBytes: number;
  readonly isReadOnly: boolean;
  readonly warn: Warn;
}

/** Counts an event that is on the disk. */
export function learn(
  { known, counts }: Pick<State, 'known' | 'counts'>,
  event: StoredEvent,
): void {
  const novelty = known.noveltyOf(event);
  if (novelty === 'repeat') return;
  if (novelty === 'new') counts.add(event);
  else counts.correct(event, novelty.longerThan);
  known.add(event);
}

function appenderOf(kind: Kind, segments: Segment[], { folder, maxFileBytes }: Opening): Appender {
  const add = (number: number): Segment => {
    const segment = segmentOf(folder, kind, number);
    segments.push(segment);
    return segment;
  };
  const lastNumber = () => segments.findLast((each) => each.kind === kind)?.number ?? 0;
  const last = segments.findLast((each) => each.kind === kind);
  return createAppender(last ?? add(1), () => add(lastNumber() + 1), maxFileBytes);
}

/** Reads and counts what is there; of records that were erased, resolves with those that something is left of. */
export async function openState(
  opening: Opening,
): Promise<{ readonly state: State; readonly leftOver: ReadonlySet<string> }> {
  const { folder, isReadOnly, warn } = opening;
  const segments = await segmentsIn(folder, isReadOnly);
  const tombstones = await openTombstones(folder, Date.now(), isReadOnly);
  const [known, counts] = [createKnown(), createCounts()];
  const leftOver = new Set<string>();
  for (const segment of segments) {
    if (!isReadOnly) await mend(segment, warn);
    for await (const { events } of eventsOf(segment, warn)) {
      for (const event of events) {
        note(segment, event);
        if (tombstones.has(event.recordId)) leftOver.add(event.recordId);
        else learn({ known, counts }, event);
      }
    }
  }
  const appenders = {
    visits: appenderOf('visits', segments, opening),
    proofs: appenderOf('proofs', segments, opening),
  };
  return { state: { segments, appenders, counts, known, tombstones, warn }, leftOver };
}
