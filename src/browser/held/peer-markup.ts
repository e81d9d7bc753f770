// Reads markup written for another consent widget: their attributes become ours, now and later.
import type { PeerMarkup } from '../../core/gate/peer-markup.ts';
import { idsFrom } from '../../core/gate/peer-markup.ts';
import { own } from '../../core/own.ts';
import { isHeldType, isScript } from './scripts/copy.ts';

const selectorOf = ({ attribute, prefix }: PeerMarkup): string =>
  prefix ? `[${attribute}*="${prefix}"]` : `[${attribute}]`;

/** A script of type text/plain may carry its address in `src`: no browser fetches that. */
const addressesOf = (element: Element, { src = 'data-src' }: PeerMarkup): readonly string[] =>
  isScript(element) ? [src, 'src'] : [src];

const isHeldByPeer = (element: Element): boolean => !isScript(element) || isHeldType(element);

/** Gives one element our attributes, once. */
function translate(element: Element, markup: PeerMarkup): void {
  if (own(element).hasAttribute('data-consent') || !isHeldByPeer(element)) return;
  // An attribute as plain as `data-name` stands on other elements too: those have nothing to hold.
  const names = addressesOf(element, markup);
  const hasAddress = names.some((name) => own(element).hasAttribute(name));
  if (!isScript(element) && !hasAddress) return;
  const ids = idsFrom(own(element).getAttribute(markup.attribute) ?? '', markup);
  if (ids.length === 0) return;
  for (const name of names) {
    const address = own(element).getAttribute(name);
    if (address === null || name === 'data-src') continue;
    own(element).removeAttribute(name);
    own(element).setAttribute('data-src', address);
  }
  own(element).setAttribute('data-consent', ids.join(' '));
}

function translateIn(root: Element | Document, markups: readonly PeerMarkup[]): void {
  for (const markup of markups) {
    const selector = selectorOf(markup);
    if (root instanceof Element && own(root).matches(selector)) translate(root, markup);
    for (const element of own(root).querySelectorAll(selector)) translate(element, markup);
  }
}

/** Translates what is in the page, and what is added to it later. */
export type ReadPeerMarkup = (markups: readonly PeerMarkup[]) => void;

export const readPeerMarkup: ReadPeerMarkup = (markups) => {
  translateIn(document, markups);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) translateIn(node, markups);
    }
  }).observe(document, { childList: true, subtree: true });
};
