// The id that links the records of one browser: never older than thirteen months, never renewed (L-29).
import { CLOCK_DOUBT_MS, type ConsentRecord } from './choice.ts';
import type { FoldedRecords } from './fold.ts';
import { expiryOf } from './time.ts';

const LIFE = 'P13M';

type Entry = Partial<ConsentRecord & FoldedRecords> | null | undefined;

/** Whether an id first used at `bornMs` may be used on. One from the future came of a wrong clock (F-30). */
export const isSubjectFresh = (bornMs: number, nowMs: number): boolean =>
  bornMs <= nowMs + CLOCK_DOUBT_MS && nowMs < expiryOf(bornMs, LIFE);

/**
 * What a new record goes on from: the newest one, if it is of this site and its subject's id fresh. Else a new id
 * begins a chain of its own, for a link to the old one would be as good as the old id.
 */
export function predecessorIn(
  history: readonly unknown[],
  origin: string,
  nowMs: number,
): Pick<Partial<ConsentRecord>, 'subjectId' | 'hash'> {
  const entries = history as readonly Entry[];
  const newest = entries.at(-1);
  // An id is of one site only (L-26), and a later widget links in its own way (F-10).
  if (!newest?.folded && (newest?.shape !== 1 || newest.origin !== origin)) return {};
  const { subjectId, hash = null } = newest;
  // Whose records were folded is not kept: they are taken to be this subject's.
  const first = entries.find((entry) => entry?.folded ?? entry?.subjectId === subjectId);
  const bornMs = first?.from ?? first?.decidedAt;
  return subjectId !== undefined && bornMs !== undefined && isSubjectFresh(bornMs, nowMs)
    ? { subjectId, hash }
    : {};
}
