// When an element of a page that is still being parsed has come to its end.
import { own } from '../../../core/own.ts';
import { isScript, scriptAddress } from '../scripts/copy.ts';

/** A browser runs these after the document has been parsed; so do we. */
const isDeferred = (held: HTMLScriptElement): boolean =>
  !held.hasAttribute('async') &&
  (held.dataset['type'] === 'module' ||
    (scriptAddress(held) !== null && held.hasAttribute('defer')));

/** While the page is parsed, an element may still miss its end: something must follow it. */
export function isWhole(element: Element): boolean {
  if (own(document).readyState !== 'loading') return true;
  if (isScript(element) && isDeferred(element)) return false;
  for (let node: Node | null = element; node; node = own(node).parentNode) {
    if (own(node).nextSibling) return true;
  }
  return false;
}
