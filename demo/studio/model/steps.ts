// The designs so far, back and forth: a step for each thing done, not for each pixel a slider passed.
export interface Steps<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What the newest step changed; more of the same follows it without a step of its own. */
  readonly by: string;
}

const MOST = 200;

export const begin = <T>(now: T): Steps<T> => ({ past: [], now, future: [], by: '' });

/** @param by what is changed, e.g. `--s9-accent`; an empty one is always a step of its own. */
export function step<T>({ past, now, by: before }: Steps<T>, next: T, by = ''): Steps<T> {
  const isMore = by !== '' && by === before;
  return { past: isMore ? past : [...past, now].slice(-MOST), now: next, future: [], by };
}

export function undo<T>(steps: Steps<T>): Steps<T> {
  const { past, now, future } = steps;
  const before = past.at(-1);
  if (before === undefined) return steps;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], by: '' };
}

export function redo<T>(steps: Steps<T>): Steps<T> {
  const { past, now, future } = steps;
  const [next, ...rest] = future;
  if (next === undefined) return steps;
  return { past: [...past, now], now: next, future: rest, by: '' };
}
