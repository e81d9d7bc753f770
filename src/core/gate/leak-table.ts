// The leak watch's report for the console: one table a person can read, and what it cannot know.
import type { Leak } from './leaks.ts';

/** A leak, and who made the request as far as the page shows. */
export interface LeakRow extends Leak {
  /** The element as a selector, else what the browser says. */
  readonly madeBy: string;
}

const LIMITS = `The watch can tell, not stop: what a page writes live its browser fetches. Mark it up to be held.
It does not see: workers, frames from inside, WebSockets, what another site's style sheet loads, where
a redirect leads, a request without an end yet, more than the browser's own list holds (250 at first).`;

function because({ reason, purpose, service, isBlocked }: Leak): string {
  const why = service
    ? `service:${service} of ${purpose} was not granted`
    : reason === 'leak'
      ? 'nothing was granted that covers it'
      : 'no service of the policy names this host; a released script can have asked';
  return isBlocked ? `${why}; stopped by the page's own policy` : why;
}

/** Columns as wide as their widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

export function leakTable(rows: readonly LeakRow[]): string {
  const count = `${rows.length} ${rows.length === 1 ? 'request' : 'requests'}`;
  const cells = rows.map((row) => [
    `${(row.atMs / 1000).toFixed(1)} s`,
    row.madeBy,
    row.url,
    because(row),
  ]);
  const table = aligned([['at', 'made by', 'asked', 'why it is here'], ...cells]);
  return `Social9 Consent, leak watch: ${count} to other sites that no choice explains\n${table}\n${LIMITS}`;
}
