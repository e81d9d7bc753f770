// What of a policy may lead somewhere: addresses, and contacts that are one (F-42).
import { normalHost } from '../gate/hosts.ts';

/** No `//host` nor `/\host`, which browsers read as another site, and no name or password before a host. */
const ADDRESS = /^(https?:\/\/[^\s/\\?#@]+([/?#]\S*)?|\.{0,2}\/(?![/\\])\S*)$/i;
/** One address; nothing that would add to a message, a subject say, or hide in an address. */
const EMAIL = /^[^\s@:/\\?#&%"<>,;]+@[^\s@:/\\?#&%"<>,;]+$/;

/** Whether a text is an address to fetch or to link to: http, https, or a path of the site. */
export const isAddress = (text: string): boolean =>
  ADDRESS.test(text) && !!normalHost(text, 'https://s9');

/** Whether a text may stand behind a link: an address, or `mailto:`. */
export const isLink = (text: string): boolean =>
  isAddress(text) || (/^mailto:/i.test(text) && EMAIL.test(text.slice(7)));

/** Where a contact leads; nowhere unless it is an e-mail address or may stand behind a link. */
export function contactHref(contact: string): string | undefined {
  if (EMAIL.test(contact)) return `mailto:${contact}`;
  return isLink(contact) ? contact : undefined;
}
