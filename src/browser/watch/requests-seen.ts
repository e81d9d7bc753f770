// Tells of every request the page is seen to make, from before this script ran too.

import { normalHost } from '../../core/gate/hosts.ts';
import type { SeenRequest } from '../../core/gate/leaks.ts';
import { own } from '../../core/own.ts';
import { spokenOf } from './fetched-by.ts';

type Tell = (request: SeenRequest) => void;

/** Connections made ahead stand in no list of the browser's; the host hears of the visit all the same. */
const AHEAD = ['preconnect', 'dns-prefetch'] as const;

function tellOf(
  tell: Tell,
  url: string,
  more: Pick<SeenRequest, 'initiator' | 'atMs' | 'isBlocked'>,
) {
  const spoken = spokenOf(url);
  if (spoken) tell({ url: spoken.href, host: normalHost(spoken.href), ...more });
}

function watchLinks(tell: Tell): void {
  const known = new WeakSet<Element>();
  const look = (atMs: number): void => {
    for (const initiator of AHEAD) {
      for (const link of own(document).querySelectorAll<HTMLLinkElement>(
        `link[rel~=${initiator}][href]`,
      )) {
        if (!known.has(link)) tellOf(tell, link.href, { initiator, atMs });
        known.add(link);
      }
    }
  };
  look(0);
  new MutationObserver(() => look(performance.now())).observe(document, {
    attributeFilter: ['href', 'rel'],
    childList: true,
    subtree: true,
  });
}

/**
 * Resource timing lists what has ended, failures too; Chromium a `fetch` once its answer was read. A
 * Content-Security-Policy of the page, report-only too, adds what that list leaves out: sockets,
 * streams, what is still under way.
 */
export function watchRequests(
  tell: Tell,
  violations: readonly SecurityPolicyViolationEvent[],
): void {
  const tellViolation = (event: SecurityPolicyViolationEvent): void =>
    tellOf(tell, event.blockedURI, {
      initiator: event.effectiveDirective,
      atMs: event.timeStamp,
      isBlocked: event.disposition === 'enforce',
    });
  // Before the list below, which does not know what was stopped: each address is told once.
  violations.forEach(tellViolation);
  own(document).addEventListener('securitypolicyviolation', tellViolation);
  new PerformanceObserver((list) => {
    for (const {
      name,
      startTime,
      initiatorType,
    } of list.getEntries() as PerformanceResourceTiming[]) {
      tellOf(tell, name, { initiator: initiatorType, atMs: startTime });
    }
  }).observe({ type: 'resource', buffered: true });
  watchLinks(tell);
}
