// Which requests to other sites no choice explains: the rule of the leak watch.
import type { Grants } from '../choice/choice.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import { isGranted } from './gate.ts';
import { servicesOf } from './hosts.ts';
import { missingFor } from './missing.ts';

/** A request that was made, whoever made it. Times in milliseconds since the page was begun. */
export interface SeenRequest {
  /** Without query and fragment: what stands there is nobody's business, ours neither. */
  readonly url: string;
  /** With its port, where that is not the usual one. */
  readonly host: string;
  /** What the browser says of it: `script`, `css`, `fetch`, `preconnect`, … */
  readonly initiator: string;
  readonly atMs: number;
  /** A policy of the page stopped it: nothing left. */
  readonly isBlocked?: boolean;
}

/** An element the gate has opened. */
export interface ReleasedElement {
  readonly atMs: number;
  readonly ids: readonly string[];
  /** Everything it fetches by itself, without query and fragment. */
  readonly urls: readonly string[];
  readonly hosts: readonly string[];
  /** It holds code, which may ask whom it likes. */
  readonly isCode: boolean;
}

/** What is in force from `atMs` on. */
export interface Moment {
  readonly atMs: number;
  readonly granted: Grants;
}

export interface Circumstances {
  readonly policy: PolicyTerms;
  /** Hosts of the site: the page's, and those it names as its own. */
  readonly ownHosts: readonly string[];
  /** Addresses the widget itself asks; one that ends in `/` stands for all below it. */
  readonly widgetUrls: readonly string[];
  /** Oldest first. */
  readonly moments: readonly Moment[];
  readonly released: readonly ReleasedElement[];
}

/** `undeclared`: a released element can have made it, but the policy does not name who was asked. */
export type LeakReason = 'leak' | 'undeclared';

export interface Leak extends SeenRequest {
  readonly reason: LeakReason;
  /** The purpose, and the service in it, that the policy declares for this host. */
  readonly purpose?: string;
  readonly service?: string;
}

const NOTHING: Grants = { purposes: {}, services: {} };

/** Nothing is allowed for the reason that it resembles the site: a subdomain can be a stranger's (CNAME). */
const isOwn = ({ url, host }: SeenRequest, { ownHosts, widgetUrls }: Circumstances): boolean =>
  ownHosts.includes(host) ||
  widgetUrls.some((own) => (own.endsWith('/') ? url.startsWith(own) : url === own));

/** `null` for a request that is the site's own, the widget's, or that a choice explains. */
export function leakOf(request: SeenRequest, circumstances: Circumstances): Leak | null {
  if (isOwn(request, circumstances)) return null;
  const { policy, moments, released } = circumstances;
  const { host, url, atMs } = request;
  const grantsAt = (ms: number): Grants =>
    [...moments].reverse().find((moment) => moment.atMs <= ms)?.granted ?? NOTHING;
  const isHeld = ({ ids, hosts }: ReleasedElement, ms: number): boolean =>
    missingFor({ ids, hosts }, policy, grantsAt(ms)).length > 0;

  /** A release is told just after the element has begun to fetch; "load once" opens without a grant. */
  const explains = (element: ReleasedElement): boolean =>
    atMs < element.atMs
      ? element.urls.includes(url)
      : element.hosts.includes(host) && (isHeld(element, element.atMs) || !isHeld(element, atMs));

  const declared = policy.purposes.flatMap((purpose) =>
    servicesOf({ purposes: [purpose] }, [host]).map(({ id: service }) => ({
      purpose: purpose.id,
      service,
    })),
  );
  const isAllowed = declared.some(({ service }) => isGranted(grantsAt(atMs), `service:${service}`));
  if (isAllowed || released.some(explains)) return null;
  const runs = (element: ReleasedElement): boolean =>
    element.isCode && element.atMs <= atMs && !isHeld(element, atMs);
  const reason = declared.length === 0 && released.some(runs) ? 'undeclared' : 'leak';
  return { ...request, reason, ...declared[0] };
}
