// What a site may do: what it was allowed beforehand, and what something granted declares.
import type { Declared, Expected } from '../declared/declared.ts';
import { fitsName, matches, parse } from '../facts/address.ts';
import { type Fact, isStored, type Stored } from '../facts/fact.ts';
import type { Neighbours } from '../facts/neighbours.ts';
import { type Grants, grantedIds, type Phase } from './phase.ts';

export interface Law {
  readonly near: Neighbours;
  readonly allowStored: readonly string[];
  /** Hosts by what they need; `null` leaves what happens under a grant unjudged. */
  readonly hosts: Expected | null;
  /** Every host that the policy names, granted or not; `null` leaves held frames unjudged. */
  readonly known: readonly string[] | null;
  /** Names by what they need; `null` leaves the site's own stores unjudged under a grant. */
  readonly stores: Declared['stores'] | null;
}

/**
 * The widget's own database: keeping the choice needs no consent. So is called, too, the cookie that
 * tells the server of a choice, where the site has one; before a choice there must be none.
 */
const KEEPS_THE_CHOICE = 's9-consent';

const isCookie = ({ kind }: Fact): boolean => kind === 'cookie';

/** What the table lists for everything that is granted. */
export function listedFor(grants: Grants | null, table: Expected): string[] {
  const ids = grants ? ['necessary', ...grantedIds(grants)] : [];
  return ids.flatMap((id) => table[id] ?? []);
}

/** Whether this may be kept whatever was chosen. */
export function isTolerated(fact: Stored, { grants }: Phase, { allowStored }: Law): boolean {
  const isKeeper = fact.kind === 'indexedDB' || (isCookie(fact) && !!grants?.recordId);
  const isChoice = isKeeper && fact.name === KEEPS_THE_CHOICE;
  return isChoice || allowStored.some((pattern) => fitsName(pattern, fact.name));
}

const isOwn = (fact: Stored, url: URL | null, { near }: Law): boolean =>
  url !== null && (url.host === near.ownHost || (isCookie(fact) && near.isOwnDomain(url.hostname)));

/** Whether a frame may be held: one of a host that the policy names, or where nobody knows what it names. */
export function isKnown(fact: Fact, { known, near }: Law): boolean {
  const url = parse(fact.url);
  return !known || known.some((host) => url && matches(host, url, near.ownHost));
}

/** Whether something that is granted declares this. */
export function isDeclared(fact: Fact, { grants }: Phase, law: Law): boolean {
  if (!law.hosts) return true;
  const url = parse(fact.url);
  if (isStored(fact) && isOwn(fact, url, law)) {
    if (!law.stores) return true;
    return listedFor(grants, law.stores).some((pattern) => fitsName(pattern, fact.name));
  }
  return listedFor(grants, law.hosts).some((host) => url && matches(host, url, law.near.ownHost));
}
