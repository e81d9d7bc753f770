// Makes ready what is about to come into the page: addresses given, and what is refused left out.
import { CARRYING, giveTo } from '../addresses/attributes.ts';
import { isMarked } from '../find/read-mark.ts';
import { isRefused, type Say } from '../refusal.ts';
import { hasNonce, isActive } from '../scripts/copy.ts';
import type { TrustedPolicy } from '../trusted.ts';

/** What is held inside it waits for itself. */
export function prepare(root: ParentNode, trusted: TrustedPolicy, say: Say): void {
  const { nonce } = trusted;
  for (const script of root.querySelectorAll('script')) {
    if (!isActive(script) || hasNonce(script, nonce)) continue;
    say(['nonce', ''], script);
    script.remove();
  }
  for (const element of root.querySelectorAll(CARRYING)) {
    if (!isMarked(element) && !isRefused(element, nonce, say)) giveTo(element, trusted);
  }
}
