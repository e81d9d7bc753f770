// Tells the numbers of a range of days from what was counted of each.
import type { Range, Stats } from '../../store.ts';
import { type DayCount, medianOf, type TableName } from './day.ts';
import { addAll, countOf, type Distinct, distinct } from './distinct.ts';
import { merged, told } from './table.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** In this many days the series goes by the hour. */
const DAYS_BY_HOUR = 2;

function seriesOf(days: ReadonlyMap<number, DayCount>, { fromMs, toMs }: Range) {
  const stepMs = toMs - fromMs <= DAYS_BY_HOUR * DAY_MS ? HOUR_MS : DAY_MS;
  const series: { fromMs: number; views: number }[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += stepMs) {
    const hours = days.get(Math.floor(atMs / DAY_MS) * DAY_MS)?.viewsByHour ?? [];
    const hour = Math.floor((atMs % DAY_MS) / HOUR_MS);
    const those = stepMs === HOUR_MS ? hours.slice(hour, hour + 1) : hours;
    series.push({ fromMs: atMs, views: those.reduce((sum, each) => sum + each, 0) });
  }
  return series;
}

/** Of several days: those who came on two of them count once. */
function unionOf(each: readonly Distinct[]): number {
  const all = distinct();
  for (const one of each) addAll(all, one);
  return countOf(all);
}

function answersIn(days: readonly DayCount[]): Stats['answers'] {
  const purposes = new Map<string, { granted: number; denied: number }>();
  for (const [id, { granted, denied }] of days.flatMap((each) => [...each.purposes])) {
    const before = purposes.get(id) ?? { granted: 0, denied: 0 };
    purposes.set(id, { granted: before.granted + granted, denied: before.denied + denied });
  }
  const proofs = days.reduce((sum, each) => sum + each.proofs, 0);
  return { proofs, purposes: Object.fromEntries(purposes) };
}

function timeOnPageIn(days: readonly DayCount[]): Stats['timeOnPage'] {
  const durations = new Map<number, number>();
  for (const [seconds, times] of days.flatMap((each) => [...each.durations])) {
    durations.set(seconds, (durations.get(seconds) ?? 0) + times);
  }
  const leaves = days.reduce((sum, each) => sum + each.leaves, 0);
  const seconds = days.reduce((sum, each) => sum + each.seconds, 0);
  return {
    leaves,
    averageSeconds: leaves > 0 ? seconds / leaves : null,
    medianSeconds: medianOf(durations),
  };
}

export function statsOf(all: ReadonlyMap<number, DayCount>, range: Range): Stats {
  const days = [...all]
    .filter(([atMs]) => atMs >= range.fromMs && atMs < range.toMs)
    .map(([, each]) => each);
  const series = seriesOf(all, range);
  const tableOf = (name: TableName) =>
    told(merged(days.map(({ tables }) => tables[name])), name === 'pages');
  return {
    ...range,
    views: series.reduce((sum, { views }) => sum + views, 0),
    visits: unionOf(days.map(({ visits }) => visits)),
    visitors: unionOf(days.map(({ visitors }) => visitors)),
    timeOnPage: timeOnPageIn(days),
    series,
    pages: tableOf('pages'),
    browsers: tableOf('browsers'),
    systems: tableOf('systems'),
    referrers: tableOf('referrers'),
    customs: tableOf('customs'),
    answers: answersIn(days),
  };
}
