// Whom the markup of a frame speaks to, by what was read off it.
import { parse } from '../facts/address.ts';
import type { Contact } from '../facts/fact.ts';
import { speculatedIn } from './speculation.ts';
import type { Scan, Written } from './written.ts';

/** Whether a whole address is on the web, and of another host than the frame. */
export const isElsewhere = (url: string, { host }: Pick<Scan, 'host'>): boolean =>
  /^https?:/.test(url) && parse(url)?.host !== host;

const contactsOf = ({ kind, text, by }: Written, scan: Scan): Contact[] =>
  kind === 'rules'
    ? speculatedIn(text, scan).map((url) => ({ kind: 'speculation', url, by }))
    : [{ kind, url: text, by }];

export const standingIn = (scan: Scan): Contact[] =>
  scan.written
    .flatMap((each) => contactsOf(each, scan))
    .map((contact) => ({ ...contact, url: parse(contact.url, scan.base)?.href ?? '' }))
    .filter(({ url }) => isElsewhere(url, scan));

/** Addresses of other hosts that the frame's own timing lists. */
export const fetchedElsewhere = (scan: Scan): string[] =>
  scan.fetched.filter((url) => isElsewhere(url, scan));
