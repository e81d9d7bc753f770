// What an element asks for, and of whom: every address a browser would fetch from for it.
import type { Wanted } from '../../../core/gate/missing.ts';
import { addressesToldIn, textIn } from '../../../core/gate/told.ts';
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
const INSIDE = [...HELD_OR_LIVE, 'background'];
/** A candidate is an address and what follows it up to a comma outside brackets, with a space there or without. */
const CANDIDATES = /([^\s,]\S*[^\s,]|[^\s,])(?:[^,(]|\([^)]*\)?)*/g;
/** Styles, and what tells a browser in a script element what to fetch ahead, held or not. */
const TELLING = 'style,script:is([type*=rules i],[data-type*=rules i])';

/** Every address that is asked by markup which stands in an attribute. */
export type AskedByMarkup = (markup: string) => string[];

/** Anchors and areas only lead somewhere; whom a press of them is told to, they say besides. */
const isAsked = (element: Element): boolean => !own(element).matches('a,area');

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
const markedIn = (element: Element): string[] => candidatesIn('src', addressOf(element) ?? '');

/** What an element says in another language than markup: a style, where the page goes by itself, what is fetched ahead. */
function toldBy(element: Element): string {
  const { attributes, matches, textContent } = own(element);
  const untold = isAsked(element) ? /^on/ : /^on|href$/;
  // Its styles can stand in attributes of any name, and one address is animated into another.
  if (element instanceof SVGElement && !matches('style'))
    return Array.from(attributes, ({ name, value }) => (untold.test(name) ? '' : value)).join();
  const told = matches('meta[http-equiv=refresh i]') && attribute(element, 'content');
  return `${told || (matches(TELLING) && textContent)} ${attribute(element, 'style')}`;
}

/** Every address a browser fetches from for what stands in a container of markup. */
export const askedInside = (content: ParentNode | null, askedByMarkup: AskedByMarkup): string[] =>
  [...(content?.querySelectorAll('*') ?? [])].flatMap((each): string[] => {
    const live = isAsked(each)
      ? [...addressesIn(each, INSIDE), ...markedIn(each)]
      : addressesIn(each, ['ping']);
    const inside = live.map(textIn);
    return [
      ...live,
      ...addressesToldIn([toldBy(each), ...inside].join()),
      ...[attribute(each, 'srcdoc') ?? '', ...inside].flatMap(askedByMarkup),
      // One that markup declares can come with a copy of its element.
      ...askedInside(own(each).shadowRoot, askedByMarkup),
    ];
  });

/**
 * Every address a browser fetches from for an element, once it is released.
 *
 * @param content what a template or a container of markup holds.
 */
export const askedBy = (
  element: Element,
  content: ParentNode | null,
  askedByMarkup: AskedByMarkup,
): string[] => [
  ...(isAsked(element) ? [...addressesIn(element, HELD_OR_LIVE), ...markedIn(element)] : []),
  ...(own(element).matches(TELLING) ? addressesToldIn(toldBy(element)) : []),
  ...askedInside(content, askedByMarkup),
];

export const wantedBy = (
  element: Element,
  content: ParentNode | null,
  askedByMarkup: AskedByMarkup,
): Wanted => ({
  ids: idsOf(element),
  hosts: [...new Set(askedBy(element, content, askedByMarkup).map(hostOf))].filter(Boolean),
  isFrame: own(element).localName === 'iframe',
});
