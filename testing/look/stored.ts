// What is kept in the browser, as facts: what a frame holds, and the jar of cookies.
import { parse } from '../facts/address.ts';
import { isStored, type Stored, type StoreKind } from '../facts/fact.ts';
import type { Neighbours } from '../facts/neighbours.ts';
import type { Entry } from '../judge/timeline.ts';
import type { Kept } from './kept.ts';

interface Cookie {
  readonly name: string;
  readonly domain: string;
}

const keyOf = ({ kind, name, url }: Stored): string => `${kind} ${name} ${url}`;

/** Everything that was found stored so far. */
export const storedIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ fact }) => (isStored(fact) ? [keyOf(fact)] : [])));

/** What others stored under a grant is theirs; the site cannot take it back, so it counts once. */
export function storesIn(
  { origin, stores }: Kept,
  frameUrl: string,
  ownHost: string,
  wasSeen: ReadonlySet<string>,
): Stored[] {
  const isOwn = parse(origin)?.host === ownHost;
  const by = `the frame ${frameUrl}`;
  return stores
    .map(({ kind, name }): Stored => ({ kind: kind as StoreKind, name, url: origin, by }))
    .filter((stored) => isOwn || !wasSeen.has(keyOf(stored)));
}

export const jarKeyOf = ({ name, domain }: Cookie): string => `${name} ${domain}`;

/** @param before keys of the cookies that were there when watching began. */
export const jarIn = (
  cookies: readonly Cookie[],
  before: ReadonlySet<string>,
  near: Neighbours,
  wasSeen: ReadonlySet<string>,
): Stored[] =>
  cookies
    .filter((cookie) => !before.has(jarKeyOf(cookie)))
    .map(({ name, domain }) => {
      const url = `https://${domain.replace(/^\./, '')}/`;
      return { isOwn: near.isOwnDomain(domain), stored: { kind: 'cookie', name, url } as const };
    })
    .flatMap(({ isOwn, stored }) => (isOwn || !wasSeen.has(keyOf(stored)) ? [stored] : []));
