// The attributes a held element carries its addresses in, and those a browser fetches from.
import { mayCarry } from '../../../core/gate/addresses.ts';
import { own } from '../../../core/own.ts';
import { addressOf, attribute } from '../find/read-mark.ts';
import { CARRIED } from '../find/wanted.ts';
import type { TrustedPolicy } from '../trusted.ts';

export const CARRYING = CARRIED.map((name) => `[data-${name}]`).join();

/** An address an element carries. */
export interface Carried {
  /** The attribute a browser fetches from, and what stands in it. */
  readonly live: string;
  readonly now: string | null;
  /** What is to stand there once it is released. */
  readonly wanted: string;
}

/** An element by the name the rules have for it; none has what is not of HTML. */
export function kindOf(element: Element): string {
  if (element instanceof HTMLInputElement) return element.type;
  return element instanceof HTMLElement ? own(element).localName : '';
}

/** Those it has, whether a browser would fetch from there or not. */
export const carriedBy = (element: Element): Carried[] =>
  CARRIED.flatMap((live) => {
    const wanted = live === 'src' ? addressOf(element) : attribute(element, `data-${live}`);
    return wanted === null ? [] : { live, wanted, now: attribute(element, live) };
  });

/** Those it may be given: by any other it would become something else. */
export const addressesOf = (element: Element): Carried[] =>
  carriedBy(element).filter(({ live }) => mayCarry(kindOf(element), live));

/** Gives an element the addresses it carries, before it comes into the page. */
export function giveTo(element: Element, trusted: TrustedPolicy): void {
  for (const { live, wanted } of addressesOf(element)) {
    const isScript = element instanceof HTMLScriptElement;
    element.setAttribute(live, isScript ? trusted.pass('createScriptURL', wanted) : wanted);
  }
}
