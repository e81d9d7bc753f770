// Which addresses an element fetches from, and which element fetches from an address.

import { addressesToldIn } from '../../core/gate/told.ts';
import { own } from '../../core/own.ts';
import { addressesIn, FETCHED } from '../held/find/wanted.ts';
import { askedByWhole } from '../held/places/inside.ts';

/** Links and shapes fetch from `href`; anchors do not. */
const FETCHING =
  '[src],[srcset],[poster],object[data],link[href],link[imagesrcset],image[href],use[href]';

/** An address that can be spoken of: without query and fragment. `null` for one that asks nobody. */
export function spokenOf(url: string): URL | null {
  try {
    const parsed = new URL(url, own(document).baseURI);
    parsed.search = parsed.hash = parsed.username = parsed.password = '';
    return /^(https?|wss?):$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

const spoken = (addresses: readonly string[]): URL[] =>
  addresses.flatMap((address) => spokenOf(address) ?? []);

/** What stands live on an element. */
export const liveAddressesIn = (element: Element): URL[] => spoken(addressesIn(element, FETCHED));

/** What a released element fetches by itself; a template, what stands in it. Held again, it is the same. */
export function fetchedBy(released: Element): URL[] {
  const content = released instanceof HTMLTemplateElement ? released.content : null;
  // Markup in an attribute by its looks: a page can let nobody parse any.
  return spoken(askedByWhole(released, content, addressesToldIn));
}

/** The first live element that fetches from this address. */
export const elementOf = (url: string): Element | undefined =>
  [...own(document).querySelectorAll(FETCHING)].find((element) =>
    liveAddressesIn(element).some(({ href }) => href === url),
  );

/** Short, for a person who looks for the element. */
export function selectorOf(element: Element): string {
  const { localName, id, classList } = own(element);
  const classes = [...classList].slice(0, 2).map((name) => `.${name}`);
  return localName + (id ? `#${id}` : classes.join(''));
}
