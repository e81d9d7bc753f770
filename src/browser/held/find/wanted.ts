// What an element asks for, and of whom: every address a browser would fetch from for it.
import type { Wanted } from '../../../core/gate/missing.ts';
import { own } from '../../../core/own.ts';
import { hostOf } from './host-of.ts';
import { addressOf, idsOf } from './read-mark.ts';

/**
 * Attributes that a held element carries, as `data-…` each. `srcset` is given first, or WebKit fetches the `src`
 * beside it as well.
 */
export const CARRIED: readonly string[] = ['srcset', 'src', 'poster', 'href', 'data'];

/** Attributes a browser fetches from. */
export const FETCHED: readonly string[] = [...CARRIED, 'imagesrcset'];
const HELD_OR_LIVE = FETCHED.flatMap((name) => [`data-${name}`, name]);
const SELECTOR = HELD_OR_LIVE.map((name) => `[${name}]`).join();
const CANDIDATES = /[^\s,]\S*[^\s,]/g;
const DESCRIPTOR = /^\d+(\.\d+)?[wx]$/;

/** Anchors and areas only lead somewhere. */
const isAsked = (element: Element): boolean => !own(element).matches('a,area,base');

/** Every address in the value of an attribute; of a `srcset` each candidate. */
export const candidatesIn = (name: string, value: string): string[] =>
  (name.endsWith('srcset') ? (value.match(CANDIDATES) ?? []) : [value]).filter(
    (address) => address && !DESCRIPTOR.test(address),
  );

/** Every address in these attributes. */
export const addressesIn = (element: Element, names: readonly string[]): string[] =>
  names.flatMap((name) => candidatesIn(name, own(element).getAttribute(name) ?? ''));

/**
 * Every address a browser fetches from for an element, once it is released.
 *
 * @param content what a template or a container of markup holds.
 */
export const askedBy = (element: Element, content?: ParentNode | null): string[] =>
  [element, ...(content?.querySelectorAll(SELECTOR) ?? [])]
    .filter(isAsked)
    .flatMap((each) => [
      ...addressesIn(each, HELD_OR_LIVE),
      ...candidatesIn('src', addressOf(each) ?? ''),
    ]);

const hostsOf = (element: Element, content?: ParentNode | null): string[] =>
  [...new Set(askedBy(element, content).map(hostOf))].filter(Boolean);

export const wantedBy = (element: Element, content?: ParentNode | null): Wanted => ({
  ids: idsOf(element),
  hosts: hostsOf(element, content),
  isFrame: own(element).localName === 'iframe',
});
