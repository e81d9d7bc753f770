// What an element asks for by itself, and of whom; what it holds asks stands in places/inside.ts.
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
/** As it is held, and as it is there. */
export const HELD_OR_LIVE = FETCHED.flatMap((name) => [`data-${name}`, name]);
/** A candidate is an address and what follows it up to a comma outside brackets, with a space there or without. */
const CANDIDATES = /([^\s,]\S*[^\s,]|[^\s,])(?:[^,(]|\([^)]*\)?)*/g;

/** Anchors and areas only lead somewhere; whom a press of them is told to, they say besides. */
export const isAsked = (element: Element): boolean => !own(element).matches('a,area');

const addressesBy = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), ([, address = '']) => address);

/** Every address in the value of an attribute; of a `srcset` each candidate, of a `ping` each word. */
export function candidatesIn(name: string, value: string): string[] {
  if (name === 'ping') return addressesBy(/(\S+)/g, value);
  return name.endsWith('srcset') ? addressesBy(CANDIDATES, value) : value ? [value] : [];
}

/** Every address in these attributes. */
export const addressesIn = (element: Element, names: readonly string[]): string[] =>
  names.flatMap((name) => candidatesIn(name, attribute(element, name) ?? ''));

/** The address that another widget's markup has for it. */
export const markedIn = (element: Element): string[] =>
  candidatesIn('src', addressOf(element) ?? '');

/** Every address a browser fetches from for an element itself, once it is released. */
export const askedBy = (element: Element): string[] =>
  isAsked(element) ? [...addressesIn(element, HELD_OR_LIVE), ...markedIn(element)] : [];

/** @param asked every address it asks, with all that it holds. */
export const wantedBy = (element: Element, asked = askedBy(element)): Wanted => ({
  ids: idsOf(element),
  hosts: [...new Set(asked.map(hostOf))].filter(Boolean),
  isFrame: own(element).localName === 'iframe',
});
