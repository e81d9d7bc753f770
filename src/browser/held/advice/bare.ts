// A marked element that holds nothing back: its content is there already, or it is none that has any.
import { mayCarry } from '../../../core/gate/addresses.ts';
import { own } from '../../../core/own.ts';
import { CARRYING, carriedBy, kindOf } from '../addresses/attributes.ts';
import { marks } from '../find/marks.ts';
import { CARRIED } from '../find/wanted.ts';

/**
 * Its name, and the attribute its content comes from, where it can have any, or what in it has an address and no mark;
 * empty where something waits, in it or with it, or still can.
 */
export function bareBy(element: Element): string {
  const { hasAttribute, localName, querySelector } = own(element);
  // Of HTML they are held by their type.
  if (localName === 'script') return localName;
  if (carriedBy(element)[0] || querySelector(marks.selector)) return '';
  const kind = kindOf(element);
  const can = CARRIED.filter((name) => mayCarry(kind, name));
  if (can[0] === undefined) return localName;
  const live = [...can, 'srcdoc'].find((name) => hasAttribute(name));
  if (live !== undefined) return `${localName} ${live}`;
  const inside = querySelector(CARRYING);
  return inside ? `${localName} <${own(inside).localName}>` : '';
}
