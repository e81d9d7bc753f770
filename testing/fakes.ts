// What a browser tells, written down as literals: requests, answers, scans, phases (tests only).
import type { Request, Response } from 'playwright';
import type { Contact, Fact, Stored } from './facts/fact.ts';
import { Neighbours } from './facts/neighbours.ts';
import { byOf } from './hear/asker.ts';
import { kindOf } from './hear/request-kind.ts';
import type { Law } from './judge/law.ts';
import type { Grants, Phase } from './judge/phase.ts';
import type { Entry } from './judge/timeline.ts';
import type { Scan, Written } from './look/written.ts';

export const SHOP = 'https://shop.example/';
export const TRACKER = 'https://tracker.example';

/** The site stands at `shop.example`. */
export function nearShop(...allow: readonly string[]): Neighbours {
  const near = new Neighbours(allow);
  near.ownHost = 'shop.example';
  return near;
}

/** A request as an engine tells of it. Default: a GET by the page itself. */
export interface Recorded {
  readonly url: string;
  readonly type?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isNavigation?: boolean;
  /** `null` where the engine knows of no frame. */
  readonly frame?: { readonly url: string; readonly isMain: boolean } | null;
  readonly redirectedFrom?: string;
  readonly serviceWorker?: string;
}

const addressed = (url: string | undefined) => (url === undefined ? null : { url: () => url });

export function requestOf(recorded: Recorded): Request {
  const { url, type = 'other', method = 'GET', headers = {}, isNavigation = false } = recorded;
  const { frame = { url: SHOP, isMain: true }, redirectedFrom, serviceWorker } = recorded;
  return {
    url: () => url,
    resourceType: () => type,
    method: () => method,
    headers: () => headers,
    isNavigationRequest: () => isNavigation,
    redirectedFrom: () => addressed(redirectedFrom),
    serviceWorker: () => addressed(serviceWorker),
    failure: () => null,
    frame() {
      if (!frame) throw new Error('Frame for this navigation request is not available');
      return { url: () => frame.url, parentFrame: () => (frame.isMain ? null : {}) };
    },
  } as unknown as Request;
}

/** A request as a fact. */
export function heard(recorded: Recorded): Contact {
  const request = requestOf(recorded);
  return { kind: kindOf(request), url: recorded.url, by: byOf(request) };
}

export const answerTo = (
  recorded: Recorded,
  headers: readonly { readonly name: string; readonly value: string }[],
): Response =>
  ({
    url: () => recorded.url,
    request: () => requestOf(recorded),
    headersArray: () => Promise.resolve(headers),
  }) as unknown as Response;

/** What was read off a page of the shop. */
export const scanOf = (...written: readonly Written[]): Scan => ({
  host: 'shop.example',
  base: SHOP,
  written,
  links: [`${SHOP}basket`, `${TRACKER}/linked.html`],
  fetched: [],
});

export const SILENCE: Phase = { name: 'before the choice', grants: null, isSilent: true };

/** A state of the widget that grants exactly these, beside what is necessary. */
export function stateOf(source: Grants['source'], ...ids: readonly string[]): Grants {
  const has = (id: string) => ids.includes(id);
  return {
    decided: source !== null,
    source,
    recordId: source && `record of ${source} ${ids.join()}`,
    purposes: { necessary: true, analytics: has('analytics'), social: has('social') },
    services: { films: has('service:films') },
  };
}

export const granted = (...ids: readonly string[]): Phase => ({
  name: 'after accept',
  grants: stateOf('accept-all', ...ids),
  isSilent: false,
});

export const entriesIn = (phase: Phase, ...facts: readonly Fact[]): Entry[] =>
  facts.map((fact) => ({ fact, phase }));

export const lawOf = (law: Partial<Law> = {}): Law => ({
  near: nearShop(),
  allowStored: [],
  hosts: {},
  known: [],
  stores: {},
  ...law,
});

export const kept = (kind: Stored['kind'], name: string, url = SHOP): Stored => ({
  kind,
  name,
  url,
});
