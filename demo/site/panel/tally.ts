// Counts what has left the page and says it in a sentence.
import type { Addressee, Arrival } from '../../server/journal.ts';

export type Tally = Readonly<Record<Addressee, number>>;

/** Requests that landed at `sinceMs` or later. */
export function tallyOf(arrivals: Iterable<Arrival>, sinceMs: number): Tally {
  const tally = { receiver: 0, 'third-party': 0 };
  for (const { to, landedAtMs } of arrivals) {
    tally[to] += landedAtMs.filter((atMs) => atMs >= sinceMs).length;
  }
  return tally;
}

const requests = (count: number) => `${count} ${count === 1 ? 'request' : 'requests'}`;

/** For the collapsed panel. */
export const shortOf = (tally: Tally): string => requests(tally.receiver + tally['third-party']);

export function verdictOf(tally: Tally): string {
  const all = tally.receiver + tally['third-party'];
  if (all === 0) return 'Nothing has left this page.\n0 requests.';
  if (tally['third-party'] === 0) {
    return `${requests(all)} to the receiver, none to third parties.`;
  }
  if (tally.receiver === 0) return `${requests(all)} to third parties, none to the receiver.`;
  return `${requests(all)} have left this page.`;
}
