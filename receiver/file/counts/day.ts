// What is counted of one day.
import { type Distinct, distinct } from './distinct.ts';
import { type TableCount, table } from './table.ts';

/** Table of the numbers → the attribute that it goes by. */
export const TABLES = {
  pages: 'url.path',
  browsers: 'user_agent.name',
  systems: 'user_agent.os.name',
  referrers: 's9.referrer.domain',
  customs: 's9.custom.name',
} as const;

export type TableName = keyof typeof TABLES;

export interface DayCount {
  readonly viewsByHour: number[];
  readonly visits: Distinct;
  readonly visitors: Distinct;
  leaves: number;
  seconds: number;
  /** How many leaves took so many seconds: to the second up to an hour, then to the minute. */
  readonly durations: Map<number, number>;
  readonly tables: Readonly<Record<TableName, TableCount>>;
  proofs: number;
  readonly purposes: Map<string, { granted: number; denied: number }>;
}

export const day = (): DayCount => ({
  viewsByHour: Array.from({ length: 24 }, () => 0),
  visits: distinct(),
  visitors: distinct(),
  leaves: 0,
  seconds: 0,
  durations: new Map(),
  tables: {
    pages: table(),
    browsers: table(),
    systems: table(),
    referrers: table(),
    customs: table(),
  },
  proofs: 0,
  purposes: new Map(),
});

/** The middle of durations, each with how often it was; `null` of none. */
export function medianOf(durations: ReadonlyMap<number, number>): number | null {
  const sorted = [...durations].filter(([, times]) => times > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (total === 0) return null;
  const at = (rank: number): number => {
    let passed = 0;
    for (const [seconds, times] of sorted) {
      passed += times;
      if (passed > rank) return seconds;
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
