// Counts stored events day by day, in bounded memory.
import type { Expiry, Range, Stats, StoredEvent } from '../../store.ts';
import { type DayCount, day, TABLES, type TableName } from './day.ts';
import { addHash, distinct, hashOf } from './distinct.ts';
import { statsOf } from './stats.ts';
import { addView, removeView, rowOf, table } from './table.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const HOUR_S = 3600;
const PURPOSE = 's9.purpose.';
/** Of proofs and a day. */
const MAX_PURPOSES = 100;
const VIEW_TABLES = ['pages', 'browsers', 'systems', 'referrers'] as const;

export interface Counts {
  /** An event that was not counted before. */
  add(event: StoredEvent): void;
  /** A leave that was counted as shorter, on some day: both as `longerOf` has them. */
  correct(event: StoredEvent, before: Leave): void;
  /** An event that was counted and is gone. */
  remove(event: StoredEvent): void;
  /** Of whole days that are too old. */
  forget(before: Expiry): void;
  stats(range: Range): Stats;
}

/** What was counted of a leave. */
export interface Leave {
  readonly atMs: number;
  readonly seconds: number;
}

export const secondsOf = ({ attributes }: StoredEvent): number =>
  Number(attributes['s9.visible_seconds'] ?? 0);

const rounded = (seconds: number): number =>
  seconds < HOUR_S ? Math.round(seconds) : Math.round(seconds / 60) * 60;

/** What was cut out of it, or never said, is no time of nought seconds. */
const timeOf = (event: StoredEvent): number | undefined =>
  event.attributes['s9.visible_seconds'] === undefined ? undefined : secondsOf(event);

function countLeave(of: DayCount, page: unknown, seconds: number | undefined, times: 1 | -1): void {
  if (seconds === undefined) return;
  of.leaves += times;
  of.seconds += seconds * times;
  const key = rounded(seconds);
  of.durations.set(key, (of.durations.get(key) ?? 0) + times);
  const row = page === undefined ? undefined : rowOf(of.tables.pages, String(page));
  if (!row) return;
  row.leaves += times;
  row.seconds += seconds * times;
}

function forgetTime(of: DayCount): void {
  Object.assign(of, { leaves: 0, seconds: 0 });
  of.durations.clear();
  for (const row of of.tables.pages.rows.values()) Object.assign(row, { leaves: 0, seconds: 0 });
}

function forgetProofs(of: DayCount): void {
  of.proofs = 0;
  of.purposes.clear();
}

function uncountView(of: DayCount, { attributes, recordId, occurredAtMs }: StoredEvent): void {
  const hour = Math.floor((occurredAtMs % DAY_MS) / HOUR_MS);
  of.viewsByHour[hour] = Math.max(0, (of.viewsByHour[hour] ?? 0) - 1);
  const { 'session.id': visit, 's9.visitor.id': visitor } = attributes;
  // Everything of that person goes. Where only an estimate is kept, it stays one.
  if (visit !== undefined) of.visits.few.delete(hashOf(String(visit)));
  if (visitor !== undefined) of.visitors.few.delete(hashOf(String(visitor)));
  const record = hashOf(recordId);
  for (const name of VIEW_TABLES) {
    const value = attributes[TABLES[name]];
    if (value !== undefined) removeView(of.tables[name], String(value), record);
  }
}

function countView(of: DayCount, { attributes, recordId, occurredAtMs }: StoredEvent): void {
  const hour = Math.floor((occurredAtMs % DAY_MS) / HOUR_MS);
  of.viewsByHour[hour] = (of.viewsByHour[hour] ?? 0) + 1;
  const { 'session.id': visit, 's9.visitor.id': visitor } = attributes;
  if (visit !== undefined) addHash(of.visits, hashOf(String(visit)));
  if (visitor !== undefined) addHash(of.visitors, hashOf(String(visitor)));
  const record = hashOf(recordId);
  for (const name of VIEW_TABLES) {
    const value = attributes[TABLES[name]];
    if (value !== undefined) addView(of.tables[name], String(value), record);
  }
}

function countProof(of: DayCount, { attributes }: StoredEvent, times: 1 | -1): void {
  const answers = Object.entries(attributes).filter(([name]) => name.startsWith(PURPOSE));
  if (answers.length > 0) of.proofs += times;
  for (const [name, answer] of answers) {
    const id = name.slice(PURPOSE.length);
    const known = of.purposes.get(id) ?? { granted: 0, denied: 0 };
    known[answer === 'granted' ? 'granted' : 'denied'] += times;
    if (of.purposes.size < MAX_PURPOSES) of.purposes.set(id, known);
  }
}

export function createCounts(): Counts {
  const days = new Map<number, DayCount>();
  const dayAt = (ms: number): DayCount => {
    const key = Math.floor(ms / DAY_MS) * DAY_MS;
    const known = days.get(key) ?? day();
    days.set(key, known);
    return known;
  };
  return {
    add(event) {
      const of = dayAt(event.occurredAtMs);
      if (event.name === 's9.page_view') countView(of, event);
      else if (event.name === 's9.choice') countProof(of, event, 1);
      else if (event.name === 's9.page_leave') {
        countLeave(of, event.attributes[TABLES.pages], timeOf(event), 1);
      } else {
        const name = event.attributes[TABLES.customs];
        if (name !== undefined) addView(of.tables.customs, String(name), hashOf(event.recordId));
      }
    },
    remove(event) {
      const of = dayAt(event.occurredAtMs);
      if (event.name === 's9.page_view') uncountView(of, event);
      else if (event.name === 's9.choice') countProof(of, event, -1);
      else if (event.name === 's9.page_leave') {
        countLeave(of, event.attributes[TABLES.pages], timeOf(event), -1);
      } else {
        const name = event.attributes[TABLES.customs];
        if (name !== undefined) removeView(of.tables.customs, String(name), hashOf(event.recordId));
      }
    },
    correct(event, before) {
      const page = event.attributes[TABLES.pages];
      countLeave(dayAt(before.atMs), page, before.seconds, -1);
      countLeave(dayAt(event.occurredAtMs), page, secondsOf(event), 1);
    },
    forget({ visitsBeforeMs, proofsBeforeMs, attributesBeforeMs }) {
      for (const [atMs, each] of days) {
        const endMs = atMs + DAY_MS;
        if (endMs <= visitsBeforeMs && endMs <= proofsBeforeMs) days.delete(atMs);
        const isOld = endMs <= visitsBeforeMs;
        const isCut = (attribute: string) =>
          isOld || endMs <= (attributesBeforeMs[attribute] ?? Number.NEGATIVE_INFINITY);
        for (const name of Object.keys(TABLES) as TableName[]) {
          if (isCut(TABLES[name])) Object.assign(each.tables[name], table());
        }
        if (isCut('session.id')) Object.assign(each.visits, distinct());
        if (isCut('s9.visitor.id')) Object.assign(each.visitors, distinct());
        if (isCut('s9.visible_seconds')) forgetTime(each);
        if (isOld) each.viewsByHour.fill(0);
        if (endMs <= proofsBeforeMs) forgetProofs(each);
      }
    },
    stats: (range) => statsOf(days, range),
  };
}
