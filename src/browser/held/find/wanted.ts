// What an element asks for, and of whom: every address a browser would fetch from for it.
import type { Wanted } from '../../../core/gate/missing.ts';
import { own } from '../../../core/own.ts';
import { hostOf } from './host-of.ts';
import { addressOf, attribute, idsOf } from './read-mark.ts';

/**
 * Attributes that a held element carries, as `data-…` each. `srcset` is given first, or WebKit fetches the `src`
 * beside it as well.
 */
export const CARRIED: readonly string[] = ['srcset', 'src', 'poster', 'href', 'data'];

/** Attributes a browser fetches from. */
export const FETCHED: readonly string[] = [...CARRIED, 'imagesrcset'];
const HELD_OR_LIVE = FETCHED.flatMap((name) => [`data-${name}`, name]);
/** Of any namespace: a picture of SVG has its address in `xlink:href`. */
const SELECTOR = `${HELD_OR_LIVE.map((name) => `[${name}]`)},[*|href],[background],[style],[srcdoc],style`;
const INSIDE = [...HELD_OR_LIVE, 'xlink:href', 'background'];
/** A candidate is an address and what follows it up to a comma outside brackets, with a space there or without. */
const CANDIDATES = /([^\s,]\S*[^\s,]|[^\s,])(?:[^,(]|\([^)]*\)?)*/g;
/** Addresses of others in a style, or in markup that stands in an attribute. */
const WRITTEN =
  /(?:url\(|@import|image-set\(|(?:src|srcset|href|poster|data)=)\s*["']?((?:https?:)?\/\/[^\s"')>]+)/gi;

/** Anchors and areas only lead somewhere. */
const isAsked = (element: Element): boolean => !own(element).matches('a,area');

const addressesBy = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), ([, address = '']) => address);

/** Every address in the value of an attribute; of a `srcset` each candidate. */
export const candidatesIn = (name: string, value: string): string[] =>
  name.endsWith('srcset') ? addressesBy(CANDIDATES, value) : value ? [value] : [];

/** Every address in these attributes. */
export const addressesIn = (element: Element, names: readonly string[]): string[] =>
  names.flatMap((name) => candidatesIn(name, attribute(element, name) ?? ''));

/** The address that another widget's markup has for it. */
const markedIn = (element: Element): string[] => candidatesIn('src', addressOf(element) ?? '');

function writtenIn(element: Element): string[] {
  const { localName, textContent } = own(element);
  const style = localName === 'style' ? textContent : attribute(element, 'style');
  return addressesBy(WRITTEN, `${style} ${attribute(element, 'srcdoc')}`);
}

/**
 * Every address a browser fetches from for an element, once it is released.
 *
 * @param content what a template or a container of markup holds.
 */
export const askedBy = (element: Element, content?: ParentNode | null): string[] => [
  ...(isAsked(element) ? [...addressesIn(element, HELD_OR_LIVE), ...markedIn(element)] : []),
  ...[...(content?.querySelectorAll(SELECTOR) ?? [])]
    .filter(isAsked)
    .flatMap((each) => [...addressesIn(each, INSIDE), ...markedIn(each), ...writtenIn(each)]),
];

const hostsOf = (element: Element, content?: ParentNode | null): string[] =>
  [...new Set(askedBy(element, content).map(hostOf))].filter(Boolean);

export const wantedBy = (element: Element, content?: ParentNode | null): Wanted => ({
  ids: idsOf(element),
  hosts: hostsOf(element, content),
  isFrame: own(element).localName === 'iframe',
});
