// Names every request to another site that no choice explains: to the page, and in the console.
import { type LeakRow, leakTable } from '../core/leak-table.ts';
import {
  type Leak,
  leakOf,
  type Moment,
  type ReleasedTag,
  type SeenRequest,
} from '../core/leaks.ts';
import type { ConsentState } from '../core/state.ts';
import { elementOf, fetchedBy, selectorOf, spokenOf } from './fetched-by.ts';
import { announce } from './page-events.ts';
import { watchRequests } from './requests-seen.ts';
import type { Heard, WatchLeaks } from './watch-loader.ts';

/** The choice behind a release is told after it; and one table shall hold what came together. */
const JUDGED_AFTER_MS = 500;

/** A choice counts from when it was made, which is before the page was told. */
function momentOf({ type, detail, atMs }: Heard): Moment {
  const state = detail as ConsentState;
  const toldAtMs = type === 'ready' ? 0 : atMs;
  const madeAtMs = (state.decidedAt ?? Infinity) - performance.timeOrigin;
  return { atMs: Math.min(toldAtMs, madeAtMs), granted: state };
}

function releasedTagOf({ detail, atMs }: Heard): ReleasedTag {
  const { element, ids } = detail as { element: Element; ids: readonly string[] };
  const urls = fetchedBy(element);
  return {
    atMs,
    ids,
    urls: urls.map(({ href }) => href),
    hosts: urls.map(({ host }) => host),
    isCode: element.matches('script,template'),
  };
}

/** The event's detail, as of any press that did not count: what, why, and what is known of it. */
function tell({
  url,
  host,
  initiator,
  reason,
  purpose,
  service,
  isBlocked,
}: Leak): Element | undefined {
  const element = elementOf(url);
  announce('refused', {
    action: 'request',
    reason,
    url,
    host,
    initiator,
    blocked: !!isBlocked,
    ...(element && { element }),
    ...(purpose && { purpose, service }),
  });
  return element;
}

/** Each address is named once, however often it is asked. Nothing is stored, and nothing sent. */
export const watchLeaks: WatchLeaks = ({ policy, ownHosts, widgetUrls, heard, violations }) => {
  const named = new Map<string, LeakRow>();
  const seen: SeenRequest[] = [];
  let timer = 0;

  function judge(): void {
    timer = 0;
    // Before a stored choice is known, nothing can be said of what it would have explained.
    if (!heard.some(({ type }) => type === 'ready')) return wait();
    const circumstances = {
      policy,
      ownHosts: [location.host, ...ownHosts],
      widgetUrls: widgetUrls.flatMap((url) => spokenOf(url)?.href ?? []),
      moments: heard.filter(({ type }) => type !== 'release').map(momentOf),
      released: heard.filter(({ type }) => type === 'release').map(releasedTagOf),
    };
    const before = named.size;
    for (const request of seen.splice(0)) {
      const leak = leakOf(request, circumstances);
      if (!leak || named.has(leak.url)) continue;
      const element = tell(leak);
      named.set(leak.url, { ...leak, madeBy: element ? selectorOf(element) : leak.initiator });
    }
    if (named.size > before) console.warn(leakTable([...named.values()]));
  }

  function wait(): void {
    timer ||= window.setTimeout(judge, JUDGED_AFTER_MS);
  }

  watchRequests((request) => {
    seen.push(request);
    wait();
  }, violations);
};
