// Waits until nothing has begun or ended on the network for so long.
import type { Activity } from '../hear/activity.ts';

const STEP_MS = 50;

export interface Patience {
  readonly quietMs: number;
  readonly answerMs: number;
  readonly deadlineMs: number;
}

/** Resolves when the network has been idle for so long, or at the deadline. */
export function idle(
  activity: Pick<Activity, 'open' | 'count'>,
  { quietMs, answerMs, deadlineMs }: Patience,
): Promise<void> {
  let seen = activity.count;
  let sinceMs = Date.now();
  return new Promise((done) => {
    const timer = setInterval(() => {
      const { open, count } = activity;
      if (count !== seen) sinceMs = Date.now();
      seen = count;
      const isIdle = Date.now() - sinceMs >= (open > 0 ? Math.max(answerMs, quietMs) : quietMs);
      if (!isIdle && Date.now() < deadlineMs) return;
      clearInterval(timer);
      done();
    }, STEP_MS);
  });
}
