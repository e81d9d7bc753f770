// Reads tags written for another consent widget: their attributes become ours, now and later.
import type { PeerMarkup } from '../core/peer-markup.ts';
import { idsFrom } from '../core/peer-markup.ts';

const selectorOf = ({ attribute, prefix }: PeerMarkup): string =>
  prefix ? `[${attribute}*="${prefix}"]` : `[${attribute}]`;

/** A script of type text/plain may carry its address in `src`: no browser fetches that. */
const addressesOf = (element: Element, { src = 'data-src' }: PeerMarkup): readonly string[] =>
  element.localName === 'script' ? [src, 'src'] : [src];

function isHeldByPeer(element: Element): boolean {
  return element.localName !== 'script' || (element as HTMLScriptElement).type === 'text/plain';
}

/** Gives one element our attributes, once. */
function translate(element: Element, markup: PeerMarkup): void {
  if (element.hasAttribute('data-consent') || !isHeldByPeer(element)) return;
  // An attribute as plain as `data-name` stands on other elements too: those have nothing to hold.
  const names = addressesOf(element, markup);
  const hasAddress = names.some((name) => element.hasAttribute(name));
  if (element.localName !== 'script' && !hasAddress) return;
  const ids = idsFrom(element.getAttribute(markup.attribute) ?? '', markup);
  if (ids.length === 0) return;
  for (const name of names) {
    const address = element.getAttribute(name);
    if (address === null || name === 'data-src') continue;
    element.removeAttribute(name);
    element.setAttribute('data-src', address);
  }
  element.setAttribute('data-consent', ids.join(' '));
}

function translateIn(root: Element | Document, markups: readonly PeerMarkup[]): void {
  for (const markup of markups) {
    const selector = selectorOf(markup);
    if (root instanceof Element && root.matches(selector)) translate(root, markup);
    for (const element of root.querySelectorAll(selector)) translate(element, markup);
  }
}

/** Translates what is in the page, and what is added to it later. */
export function readPeerMarkup(markups: readonly PeerMarkup[]): void {
  if (markups.length === 0) return;
  translateIn(document, markups);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) translateIn(node, markups);
    }
  }).observe(document, { childList: true, subtree: true });
}
