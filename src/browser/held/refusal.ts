// What is refused whatever is granted: others write into pages too, and what they wrote must stay as harmless as it looks.
import { isFetchable, mayCarry } from '../../core/gate/addresses.ts';
import { own } from '../../core/own.ts';
import { carriedBy, kindOf } from './addresses/attributes.ts';
import type { Oddity } from './advice/oddities.ts';
import { isEdited } from './find/edited.ts';
import { where } from './find/host-of.ts';
import { candidatesIn } from './find/wanted.ts';
import { isMarkup } from './places/container.ts';
import { hasNonce, isScript, scriptAddress } from './scripts/copy.ts';

/** Puts into words what is odd about an element. */
export type Say = (oddity: Oddity, element: Element) => void;

/** Whether it stays held for ever. An attribute that nothing is fetched from is left as it is, and no reason. */
export function isRefused(element: Element, nonce: string, say: Say): boolean {
  const refused: Oddity[] = [];
  const kind = kindOf(element);
  const look = (name: string, value: string): void => {
    for (const address of candidatesIn(name, value)) {
      if (!isFetchable(kind, address, where())) refused.push(['address', address]);
    }
  };
  for (const { live, wanted } of carriedBy(element)) {
    if (mayCarry(kind, live)) look(live, wanted);
    else say(['attribute', `<${own(element).localName} data-${live}>`], element);
  }
  if (isScript(element)) {
    look('src', scriptAddress(element) ?? '');
    if (!isMarkup(element) && !hasNonce(element, nonce)) refused.push(['nonce', '']);
  }
  if (isEdited(element)) refused.push(['edited', '']);
  for (const oddity of refused) say(oddity, element);
  return !!refused[0];
}
