// What a store's numbers have to be, told in the plainest way from the events that count. Tests hold every store to it.
import {
  MAX_ROWS,
  type PageRow,
  type Range,
  type Row,
  SMALLEST_ROW,
  type Stats,
  type StoredEvent,
  type Table,
} from '../store.ts';

const HOUR_MS = 3_600_000;

const secondsOf = ({ attributes }: StoredEvent): number | undefined => {
  const seconds = attributes['s9.visible_seconds'];
  return typeof seconds === 'number' ? seconds : undefined;
};

/** Of every id one: of leaves the one with the longer view, of all else the first. */
export function counting(events: readonly StoredEvent[]): StoredEvent[] {
  const byId = new Map<string, StoredEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    const isLonger =
      known?.name === 's9.page_leave' && (secondsOf(event) ?? 0) > (secondsOf(known) ?? 0);
    if (!known || isLonger) byId.set(event.id, event);
  }
  return [...byId.values()];
}

const average = (numbers: readonly number[]): number | null =>
  numbers.length > 0 ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null;

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return average(middle.filter((each) => each !== undefined));
}

const leavesOf = (events: readonly StoredEvent[]): number[] =>
  events
    .filter(({ name }) => name === 's9.page_leave')
    .map(secondsOf)
    .filter((seconds) => seconds !== undefined);

const differing = (events: readonly StoredEvent[], attribute: string): number =>
  new Set(events.map(({ attributes }) => attributes[attribute]).filter(Boolean)).size;

function tableOf(events: readonly StoredEvent[], attribute: string): Table {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const value = event.attributes[attribute];
    if (typeof value === 'string') groups.set(value, [...(groups.get(value) ?? []), event]);
  }
  const rows: Row[] = [...groups]
    .filter(([, group]) => new Set(group.map(({ recordId }) => recordId)).size >= SMALLEST_ROW)
    .map(([name, group]) => ({ name, views: group.length }))
    .sort((a, b) => b.views - a.views || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_ROWS);
  const all = [...groups.values()].flat().length;
  return { rows, other: all - rows.reduce((sum, { views }) => sum + views, 0) };
}

function answersOf(events: readonly StoredEvent[]): Stats['answers'] {
  const named = events.filter(
    ({ name, attributes }) =>
      name === 's9.choice' && Object.keys(attributes).some((key) => key.startsWith('s9.purpose.')),
  );
  const purposes: Record<string, { granted: number; denied: number }> = {};
  for (const [key, value] of named.flatMap(({ attributes }) => Object.entries(attributes))) {
    const [, id] = /^s9\.purpose\.(.*)$/.exec(key) ?? [];
    if (id === undefined) continue;
    purposes[id] ??= { granted: 0, denied: 0 };
    if (value === 'granted' || value === 'denied') purposes[id][value] += 1;
  }
  return { proofs: named.length, purposes };
}

/** @param events as they were written, oldest first, repeats and all. */
export function modelStats(events: readonly StoredEvent[], { fromMs, toMs }: Range): Stats {
  const inRange = counting(events).filter(
    ({ occurredAtMs }) => occurredAtMs >= fromMs && occurredAtMs < toMs,
  );
  const named = (wanted: string) => inRange.filter(({ name }) => name === wanted);
  const views = named('s9.page_view');
  const leaves = leavesOf(inRange);
  const stepMs = toMs - fromMs <= 48 * HOUR_MS ? HOUR_MS : 24 * HOUR_MS;
  const middle = median(leaves);
  const pages = tableOf(views, 'url.path');
  const pageOf = (row: Row): PageRow => {
    const averageSeconds = average(
      leavesOf(inRange.filter(({ attributes }) => attributes['url.path'] === row.name)),
    );
    return averageSeconds === null ? row : { ...row, averageSeconds };
  };
  return {
    fromMs,
    toMs,
    views: views.length,
    visits: differing(views, 'session.id'),
    visitors: differing(views, 's9.visitor.id'),
    timeOnPage: {
      leaves: leaves.length,
      averageSeconds: average(leaves),
      medianSeconds: middle === null ? null : Math.round(middle),
    },
    series: Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, step) => {
      const startMs = fromMs + step * stepMs;
      const during = views.filter(({ occurredAtMs: ms }) => ms >= startMs && ms < startMs + stepMs);
      return { fromMs: startMs, views: during.length };
    }),
    pages: { rows: pages.rows.map(pageOf), other: pages.other },
    browsers: tableOf(views, 'user_agent.name'),
    systems: tableOf(views, 'user_agent.os.name'),
    referrers: tableOf(views, 's9.referrer.domain'),
    customs: tableOf(named('s9.custom'), 's9.custom.name'),
    answers: answersOf(inRange),
  };
}
