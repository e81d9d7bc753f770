// Gives held elements their addresses when released, and takes them back at a withdrawal.

/** `data-…` attribute of a held element → the attribute a browser fetches from. */
const LIVE: Readonly<Record<string, string>> = {
  // First, or WebKit fetches the `src` beside it as well.
  'data-srcset': 'srcset',
  'data-src': 'src',
  'data-poster': 'poster',
  'data-href': 'href',
  'data-data': 'data',
};

const heldOn = (element: Element): [string, string][] =>
  Object.entries(LIVE).filter(([held]) => element.hasAttribute(held));

/** A `source` only counts once its player looks again. */
function reload(element: Element): void {
  element.closest<HTMLMediaElement>('video,audio')?.load();
}

/** Whether the element has nothing that a browser would fetch. */
export function isHeld(element: Element): boolean {
  // Not by a method of lists: one that lies would have it held again and again, for ever (F-40).
  for (const held in LIVE) {
    if (element.hasAttribute(held) && !element.hasAttribute(LIVE[held] as string)) return true;
  }
  return false;
}

export function giveAddresses(element: Element): void {
  for (const [held, live] of heldOn(element)) {
    element.setAttribute(live, element.getAttribute(held) ?? '');
  }
  reload(element);
}

/** A frame is put back in place, which ends the page inside it; other elements lose their address. */
export function takeAddresses(element: Element): void {
  const addresses = heldOn(element);
  if (addresses.length === 0) return;
  for (const [, live] of addresses) element.removeAttribute(live);
  reload(element);
  if (element.matches('iframe,object,embed')) element.replaceWith(element);
}

/** Hosts the element would fetch from; those in a `srcset` are taken to be that of its `src`. */
export function hostsOf(element: Element): string[] {
  return heldOn(element).flatMap(([held]) => {
    try {
      return new URL(element.getAttribute(held) ?? '', document.baseURI).host;
    } catch {
      return [];
    }
  });
}
