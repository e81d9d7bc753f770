// Names every request to another site that no choice explains: to the page, and in the console.

import { normalHost } from '../../core/gate/hosts.ts';
import { type LeakRow, leakTable } from '../../core/gate/leak-table.ts';
import {
  type Leak,
  leakOf,
  type Moment,
  type ReleasedElement,
  type SeenRequest,
} from '../../core/gate/leaks.ts';
import { announce } from '../announce/page.ts';
import { elementOf, fetchedBy, selectorOf, spokenOf } from './fetched-by.ts';
import { createMarkupWatch } from './marked.ts';
import { watchRequests } from './requests-seen.ts';
import type { Heard, WatchLeaks } from './watch-loader.ts';

/** The choice behind a release is told after it; and one table shall hold what came together. */
const JUDGED_AFTER_MS = 500;

/** A choice counts from when it was made, which is before the page was told. */
function momentOf(heard: Heard): Moment[] {
  if (heard.type === 'release') return [];
  const { type, detail, atMs } = heard;
  const toldAtMs = type === 'ready' ? 0 : atMs;
  const madeAtMs = (detail.decidedAt ?? Infinity) - performance.timeOrigin;
  return [{ atMs: Math.min(toldAtMs, madeAtMs), granted: detail }];
}

function releasedElementOf(heard: Heard): ReleasedElement[] {
  if (heard.type !== 'release') return [];
  const { element, ids } = heard.detail;
  const urls = fetchedBy(element);
  return [
    {
      atMs: heard.atMs,
      ids,
      urls: urls.map(({ href }) => href),
      hosts: urls.map(({ href }) => normalHost(href)),
      isCode: element.matches('script,template'),
    },
  ];
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
  const siteHosts = [normalHost(location.href), ...ownHosts];
  const lookAtMarkup = createMarkupWatch(policy, siteHosts);
  let timer = 0;

  function judge(): void {
    timer = 0;
    // Before a stored choice is known, nothing can be said of what it would have explained.
    if (!heard.some(({ type }) => type === 'ready')) return wait();
    lookAtMarkup();
    const circumstances = {
      policy,
      ownHosts: siteHosts,
      widgetUrls: widgetUrls.flatMap((url) => spokenOf(url)?.href ?? []),
      moments: heard.flatMap(momentOf),
      released: heard.flatMap(releasedElementOf),
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
  // What is marked is looked at whether anybody is asked or not.
  wait();
  addEventListener('load', wait);
};
