// Waits until a page has come to rest, by real time: the page's own clock may be fake or stopped.
import type { Page } from 'playwright';
import type { Traffic } from '../hear/traffic.ts';
import { idle } from './idle.ts';
import { within } from './within.ts';

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

export async function settle(page: Page, traffic: Traffic, options: Settle = {}): Promise<void> {
  const { quietMs = 500, answerMs = 3_000, timeoutMs = 10_000, until } = options;
  const deadlineMs = Date.now() + timeoutMs;
  await within(timeoutMs, page.waitForLoadState('load'));
  await until?.(page);
  await idle(traffic.activity, { quietMs, answerMs, deadlineMs });
  await traffic.headersRead();
}
