// Names marked elements that do not do what they are marked for: to the page, and in the console.

import { normalHost } from '../../core/gate/hosts.ts';
import {
  type MarkedAddress,
  type MarkupRow,
  markupFaultsOf,
  markupTable,
} from '../../core/gate/marked.ts';
import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { announce } from '../announce/page.ts';
import { marks } from '../held/find/marks.ts';
import { fetchedBy, liveAddressesIn, selectorOf } from './fetched-by.ts';

interface Marked extends MarkedAddress {
  readonly element: Element;
}

/**
 * What Firefox's scanner was seen to fetch inside templates while it parses (its bug 1441044). Frames,
 * players and a `text/plain` script it leaves alone, as Chromium and WebKit leave everything.
 */
const READ_AHEAD = [
  'img[src],img[srcset],source[srcset],video[poster],image[href]',
  'script:not([type="text/plain"])[src],svg script[href]',
  'link:is([rel~="stylesheet" i],[rel~="preload" i],[rel~="modulepreload" i])[href]',
].join();

const markedAt = (element: Element, { href }: URL, isLive: boolean): Marked => ({
  element,
  url: href,
  host: normalHost(href),
  isLive,
});

/** A template in a template is read ahead as well. */
function liveIn({ content }: HTMLTemplateElement): Marked[] {
  const live = [...content.querySelectorAll(READ_AHEAD)].flatMap((element) =>
    liveAddressesIn(element).map((url) => markedAt(element, url, true)),
  );
  return [...live, ...[...content.querySelectorAll('template')].flatMap(liveIn)];
}

/** Those of the page; not of shadow roots. */
function markedInPage(): Marked[] {
  const templates = own(document).querySelectorAll<HTMLTemplateElement>('template[data-consent]');
  const live = [...templates].flatMap(liveIn);
  const carried = [...own(document).querySelectorAll(marks.selector)].flatMap((element) =>
    fetchedBy(element).map((url) => markedAt(element, url, false)),
  );
  return [...live, ...carried];
}

/** Each fault is named once; those of one look stand in one table. */
export function createMarkupWatch(policy: PolicyTerms, siteHosts: readonly string[]): () => void {
  const named = new Set<string>();
  return () => {
    const rows = markedInPage().flatMap((marked): MarkupRow[] => {
      const { element, url, host } = marked;
      return markupFaultsOf(marked, policy, siteHosts).flatMap((reason) => {
        const key = `${reason} ${url}`;
        if (named.has(key)) return [];
        named.add(key);
        announce('refused', { action: 'markup', reason, url, host, element });
        return [{ reason, url, element: selectorOf(element) }];
      });
    });
    if (rows[0]) console.warn(markupTable(rows));
  };
}
