// Waits until a page has come to rest, by real time: the page's own clock may be fake or stopped.
import type { Page } from 'playwright';
import type { Traffic } from './traffic.ts';

export interface Settle {
  /** How long nothing may begin or end on the network for it to count as idle. Default: 500. */
  readonly quietMs?: number;
  /** How long an answer is waited for while nothing else happens on the network. Default: 3 000. */
  readonly answerMs?: number;
  /** After this the check goes ahead with what is known, as for a page that polls. Default: 10 000. */
  readonly timeoutMs?: number;
  /**
   * What else to do or to wait for before the network is watched: scroll, `page.clock.runFor(10_000)`,
   * wait for an element. Called at every check.
   */
  readonly until?: (page: Page) => unknown;
}

/** The promise's value, or `undefined` when it fails or is late: a frame may never answer. */
export async function within<Value>(
  ms: number,
  promise: Promise<Value>,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(done, ms, undefined);
  });
  try {
    return await Promise.race([promise.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

const STEP_MS = 50;

interface Patience {
  readonly quietMs: number;
  readonly answerMs: number;
  readonly deadlineMs: number;
}

/** Resolves when the network has been idle for so long, or at the deadline. */
function idle(traffic: Traffic, { quietMs, answerMs, deadlineMs }: Patience): Promise<void> {
  let seen = traffic.activity().count;
  let sinceMs = Date.now();
  return new Promise((done) => {
    const timer = setInterval(() => {
      const { open, count } = traffic.activity();
      if (count !== seen) sinceMs = Date.now();
      seen = count;
      const isIdle = Date.now() - sinceMs >= (open > 0 ? Math.max(answerMs, quietMs) : quietMs);
      if (!isIdle && Date.now() < deadlineMs) return;
      clearInterval(timer);
      done();
    }, STEP_MS);
  });
}

export async function settle(page: Page, traffic: Traffic, options: Settle = {}): Promise<void> {
  const { quietMs = 500, answerMs = 3_000, timeoutMs = 10_000, until } = options;
  const deadlineMs = Date.now() + timeoutMs;
  await within(timeoutMs, page.waitForLoadState('load'));
  await until?.(page);
  await idle(traffic, { quietMs, answerMs, deadlineMs });
  await traffic.headersRead();
}
