// Says in the console what of a page's markup cannot do what its author wants, and what to write.

import { own } from '../../../core/own.ts';
import type { PolicyTerms } from '../../../core/policy/policy.ts';
import type { Advise, Oddity } from './oddities.ts';

function ofId(id: string, { purposes }: PolicyTerms): string {
  const held = `data-consent="${id}" stays held: `;
  if (id.includes(',')) return `${held}write a space between two ids, not a comma`;
  if (id[0] === '!') return `${held}nothing runs upon a no; listen to s9:change for that`;
  const known = purposes.map((purpose) => purpose.id).join(', ');
  return `${held}the policy has no such purpose or service; it has ${known}`;
}

function ofHost(host: string, element: Element, { undeclared }: PolicyTerms): string {
  const isHeld = own(element).localName === 'iframe' && undeclared !== 'release';
  return `no service of the policy declares ${host}${isHeld ? '; it stays held, but for “load once”' : ''}`;
}

/** @param bare its name, and the attribute its content comes from already, or what in it has the address. */
function ofBare(bare: string): string {
  const [name, live] = bare.split(' ');
  if (name === 'script') return 'is a script of SVG, and stays held; put it outside of the <svg>';
  if (!live) return 'holds nothing; put what is to wait into <template data-consent="…">';
  if (live[0] === '<') return `holds nothing; put data-consent on the ${live} in it as well`;
  const instead =
    live === 'srcdoc' ? 'put it into <template data-consent="…">' : `write data-${live}`;
  return `is not held: what its ${live} says is there at once; ${instead}`;
}

function lineOf([what, about]: Oddity, element: Element, policy: PolicyTerms): string {
  switch (what) {
    case 'id':
      return ofId(about, policy);
    case 'host':
      return ofHost(about, element, policy);
    case 'nothing':
      return `data-consent="${about}" names nothing that needs a choice, and stays held`;
    case 'bare':
      return ofBare(about);
    case 'live':
      return `<${about}> inside has a live address, which Firefox fetches before any choice; write data-src`;
    case 'attribute':
      return `${about} is left as it is: no browser fetches from there, and nothing else is given an address`;
    case 'address':
      return `stays held: “${about}” is refused; an address is http or https, for pictures and media data: or blob: too`;
    case 'nonce':
      return 'is refused: it has not the nonce of the widget’s own tag';
    case 'type':
      return 'is not held: its type is not text/plain, so the browser has run it';
    case 'lazy':
      return 'something else gave it its address before the choice: a lazy loader that reads data-src too, say';
    case 'itself':
      return 'shows the page in itself: a script of the page, a player’s say, made an address of an empty one; have it wait, too';
    case 'write':
      return 'called document.write(), which would empty the page; nothing was written';
    case 'late':
      return 'waits for DOMContentLoaded, load or pageshow, which are over once there is an answer; write data-consent-ready on it (in a module, ask document.readyState)';
    case 'edited':
      return 'stays held: it stands in an element with contenteditable, whose editor would keep what comes of it';
    case 'failed':
      return about;
  }
}

export const advise: Advise = (oddity, element, policy) => {
  const { localName, id } = own(element);
  const name = `<${localName}${id && ` id="${id}"`}>`;
  console.warn(`Social9 Consent: ${name}: ${lineOf(oddity, element, policy)}`);
};
