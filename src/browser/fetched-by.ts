// Which addresses an element fetches from, and which element fetches from an address.

/** Attributes a browser fetches from. */
const LIVE = ['src', 'srcset', 'poster', 'data', 'href', 'imagesrcset'];
const LIVE_OR_HELD = [...LIVE, ...LIVE.map((name) => `data-${name}`)];

/** Links and shapes fetch from `href`; anchors do not. */
const FETCHING =
  '[src],[srcset],[poster],object[data],link[href],link[imagesrcset],image[href],use[href]';

const CANDIDATES = /[^\s,]\S*[^\s,]/g;
const DESCRIPTOR = /^\d+(\.\d+)?[wx]$/;

/** An address that can be spoken of: without query and fragment. `null` for one that asks nobody. */
export function spokenOf(url: string): URL | null {
  try {
    const parsed = new URL(url, document.baseURI);
    parsed.search = parsed.hash = parsed.username = parsed.password = '';
    return /^(https?|wss?):$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

function addressesIn(element: Element, attributes: readonly string[]): URL[] {
  return attributes.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    const urls = name.endsWith('srcset') ? (value.match(CANDIDATES) ?? []) : [value];
    return urls.filter((url) => url && !DESCRIPTOR.test(url)).flatMap((url) => spokenOf(url) ?? []);
  });
}

/** What a released tag fetches by itself; a template, what stands in it. Held again, it is the same. */
export function fetchedBy(tag: Element): URL[] {
  const inside =
    tag instanceof HTMLTemplateElement
      ? tag.content.querySelectorAll(`${FETCHING},[data-consent]`)
      : [];
  return [tag, ...inside].flatMap((element) => addressesIn(element, LIVE_OR_HELD));
}

/** The first live element that fetches from this address. */
export const elementOf = (url: string): Element | undefined =>
  [...document.querySelectorAll(FETCHING)].find((element) =>
    addressesIn(element, LIVE).some(({ href }) => href === url),
  );

/** Short, for a person who looks for the element. */
export function selectorOf({ localName, id, classList }: Element): string {
  const classes = [...classList].slice(0, 2).map((name) => `.${name}`);
  return localName + (id ? `#${id}` : classes.join(''));
}
