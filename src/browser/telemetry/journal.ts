// What a page leaves behind at its end, when no disk answers in time: the next page takes it over.
import { NAME } from '../../core/name.ts';
import { isObject } from '../../core/policy/shape.ts';
import type { LedgerEntry } from '../../core/rights/exported.ts';
import { MAX_WAITING } from '../../core/telemetry/queue.ts';
import { plainJson } from './otlp.ts';

/** As it lies in `localStorage`: others can have written it (F-11). */
export interface Left {
  /** The text itself, by which it is known whether another page has added to it. */
  readonly text: string | null;
  /** Not sent, or not known to have arrived. */
  readonly events: readonly unknown[];
  /** Known to have arrived, which the disk has not been told yet. */
  readonly done: readonly unknown[];
  /** Requests. */
  readonly entries: readonly LedgerEntry[];
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(-MAX_WAITING) : [];

export function readJournal(): Left {
  let text: string | null = null;
  let value: unknown;
  try {
    text = localStorage.getItem(NAME);
    value = JSON.parse(text ?? '0');
  } catch {
    // Storage is blocked, or somebody else's words stand there.
  }
  const { events, done, entries } = isObject(value) ? value : {};
  const requests = asList(entries) as readonly LedgerEntry[];
  return { text, events: asList(events), done: asList(done), entries: requests };
}

/**
 * At once. IndexedDB would answer too late, and its work would cost the page its place in the back/forward
 * cache (F-20).
 */
export function writeJournal(more: Omit<Left, 'text'>): void {
  const { events, done, entries } = readJournal();
  const left = {
    events: [...events, ...more.events].slice(-MAX_WAITING),
    done: [...done, ...more.done].slice(-MAX_WAITING),
    entries: [...entries, ...more.entries],
  };
  try {
    localStorage.setItem(NAME, plainJson(left));
  } catch {
    // Blocked or full: what was leaving has left.
  }
}

/** @param text only if nothing was added since; without one whatever stands there. */
export function clearJournal(text?: string | null): void {
  try {
    if (text === undefined || localStorage.getItem(NAME) === text) localStorage.removeItem(NAME);
  } catch {
    // Blocked: nothing stands there.
  }
}
