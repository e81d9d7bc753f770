// The copy of a held script that a browser runs, and what can be told of a script by its markup.
import { own } from '../../../core/own.ts';
import { addressOf } from '../find/read-mark.ts';
import type { TrustedPolicy } from '../trusted.ts';

const CODE = /^\s*(module|(text|application)\/(x-)?(java|ecma|live|j)script[\d.]*)?\s*$/i;

/** Types by which a script does something in the page, or decides what others do. */
const ACTIVE = /^\s*$|script|module|importmap|rules/i;

/** Attributes that stay with the held element; what its handlers listen for is told there. */
const HELD_ONLY = /^(type|src|nonce|on.*|data-(type|src|consent))$/;

export const isScript = (element: Element): element is HTMLScriptElement =>
  element instanceof HTMLScriptElement;

/** Whether it waits: to a browser of that type it is text. */
export const isHeldType = ({ type }: HTMLScriptElement): boolean =>
  /^\s*text\/plain\s*$/i.test(type);

/** Whether something comes of it in a page; SVG has scripts too. */
export const isActive = (script: HTMLScriptElement | SVGScriptElement): boolean =>
  ACTIVE.test(script.type);

/**
 * The tag's nonce stands for the page's author; without one there is nobody to tell from others. One that has
 * swallowed another script's start tag, nonce and all, has none to a browser either.
 */
export const hasNonce = (script: HTMLElement | SVGElement, nonce: string): boolean =>
  !nonce ||
  (script.nonce === nonce &&
    ![...script.attributes].some(({ name, value }) => /<(script|style)/i.test(name + value)));

/** Its address may have been left in `src`: what is no script to a browser is not fetched. */
export const scriptAddress = (held: HTMLScriptElement): string | null =>
  addressOf(held) ?? held.getAttribute('src');

/** Whether a browser runs a script of that type, and tells when it has loaded. */
export const isCodeType = (type?: string | null): boolean => CODE.test(type ?? '');

/** A held script stays inert for ever once parsed; only a new element with its attributes can run. */
export function copyOf(held: HTMLScriptElement, trusted: TrustedPolicy): HTMLScriptElement {
  const copy = own(document).createElement('script');
  for (const { name, value } of held.attributes) {
    if (!HELD_ONLY.test(name)) copy.setAttribute(name, value);
  }
  if (held.dataset['type']) copy.type = held.dataset['type'];
  copy.nonce = held.nonce;
  const address = scriptAddress(held);
  if (address === null) copy.text = trusted.pass('createScript', held.text);
  else copy.src = trusted.pass('createScriptURL', address);
  return copy;
}
