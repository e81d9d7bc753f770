// Which facts are leaks: all of them where nothing is granted, and elsewhere what nobody declared.
import type { Declared, Expected } from './declared.ts';
import { type Fact, isStored, type Stored, WORDS } from './facts.ts';
import { fitsName, matches, type Neighbours, parse } from './hosts.ts';
import { type Grants, grantedIds, type Phase } from './timeline.ts';

/** One thing that left the page, or stayed in the browser, without leave. */
export interface Leak {
  /** Such as `image`, `beacon`, `hint`, `cookie`, `localStorage`; `missing` for a host never spoken to. */
  readonly kind: Fact['kind'] | 'missing';
  /** One sentence. */
  readonly what: string;
  /** Whole address; of a cookie or store, whom it belongs to. */
  readonly url: string;
  readonly host: string;
  /** Element, script and line, frame or worker, as far as the browser tells. */
  readonly by: string | null;
  /** `before the choice`, `after reject`, … */
  readonly when: string;
  /** What to do about it. */
  readonly advice: string;
}

export interface Law {
  readonly near: Neighbours;
  readonly allowStored: readonly string[];
  /** Hosts by what they need; `null` leaves what happens under a grant unjudged. */
  readonly hosts: Expected | null;
  /** Names by what they need; `null` leaves the site's own stores unjudged under a grant. */
  readonly stores: Declared['stores'] | null;
}

/**
 * The widget's own database: keeping the choice needs no consent. So is called, too, the cookie that
 * tells the server of a choice, where the site has one; before a choice there must be none.
 */
const KEEPS_THE_CHOICE = 's9-consent';

const isCookie = ({ kind }: Fact): boolean => kind === 'cookie';

const listed = (table: Expected, grants: Grants | null): string[] => {
  const ids = grants ? ['necessary', ...grantedIds(grants)] : [];
  return ids.flatMap((id) => table[id] ?? []);
};

function isTolerated(fact: Stored, { grants }: Phase, { allowStored }: Law): boolean {
  const isKeeper = fact.kind === 'indexedDB' || (isCookie(fact) && !!grants?.recordId);
  const isChoice = isKeeper && fact.name === KEEPS_THE_CHOICE;
  return isChoice || allowStored.some((pattern) => fitsName(pattern, fact.name));
}

function isDeclared(fact: Fact, { grants }: Phase, law: Law): boolean {
  if (!law.hosts) return true;
  const url = parse(fact.url);
  const isOwn = isStored(fact) && url && (url.host === law.near.ownHost || isOwnCookie(fact, law));
  if (isStored(fact) && isOwn) {
    if (!law.stores) return true;
    return listed(law.stores, grants).some((pattern) => fitsName(pattern, fact.name));
  }
  return listed(law.hosts, grants).some((host) => url && matches(host, url, law.near.ownHost));
}

const isOwnCookie = (fact: Fact, { near }: Law): boolean =>
  isCookie(fact) && near.isOwnDomain(parse(fact.url)?.hostname ?? '');

function leakOf(fact: Fact, phase: Phase, isGranted: boolean): Leak {
  const host = parse(fact.url)?.host || fact.url || 'nobody named';
  const { what, advice } = WORDS[fact.kind];
  const undeclared = isStored(fact)
    ? "declare it in the purpose's cookies or storage"
    : `name ${host} in the hosts of the service it belongs to, or hold it`;
  return {
    kind: fact.kind,
    what: what.replace('{host}', host).replace('{name}', isStored(fact) ? fact.name : ''),
    url: fact.url,
    host,
    by: fact.by ?? null,
    when: phase.name,
    advice: isGranted ? `nothing granted declares it: ${undeclared}` : advice,
  };
}

/** The same thing told twice, as a cookie that stands in an answer's header and in the jar. */
function keyOf(fact: Fact, phase: Phase): string {
  if (isStored(fact) && isCookie(fact)) {
    const site = parse(fact.url)?.hostname.split('.').slice(-2).join('.');
    return `cookie ${fact.name} ${site} ${phase.isSilent}`;
  }
  if (isStored(fact)) return `${fact.kind} ${fact.name} ${fact.url} ${phase.isSilent}`;
  return `${fact.url.replace(/^ws/, 'http')} ${phase.name}`;
}

export function leaksIn(
  entries: readonly { readonly fact: Fact; readonly phase: Phase }[],
  law: Law,
): Leak[] {
  const told = new Set<string>();
  // An engine may tell the same contact twice, once without knowing what it is: that one comes last.
  const byDetail = entries.toSorted(
    (one, other) => Number(one.fact.kind === 'request') - Number(other.fact.kind === 'request'),
  );
  return byDetail.flatMap(({ fact, phase }) => {
    if (isStored(fact) && isTolerated(fact, phase, law)) return [];
    if (!phase.isSilent && isDeclared(fact, phase, law)) return [];
    const key = keyOf(fact, phase);
    if (told.has(key)) return [];
    told.add(key);
    return [leakOf(fact, phase, !phase.isSilent)];
  });
}

/** Hosts that are granted and expected, and to which nothing was said since they were granted. */
export function missingIn(
  entries: readonly { readonly fact: Fact; readonly phase: Phase }[],
  now: Phase,
  { hosts, near }: Law,
): Leak[] {
  const spoken = entries
    .filter(({ fact, phase }) => !phase.isSilent && !isStored(fact))
    .flatMap(({ fact }) => parse(fact.url) ?? []);
  return [...new Set(listed(hosts ?? {}, now.grants))]
    .filter((host) => !spoken.some((url) => matches(host, url, near.ownHost)))
    .map((host) => ({
      kind: 'missing',
      what: `${host} is granted and expected, and nothing was said to it`,
      url: host,
      host,
      by: null,
      when: now.name,
      advice: 'look whether its tag is marked with the id that was granted, and was released',
    }));
}

/** All of them, for people. */
export const tell = (title: string, leaks: readonly Leak[]): string =>
  [
    `${title} ${leaks.length === 1 ? 'One thing' : `${leaks.length} things`} must not be:`,
    ...leaks.map(({ what, url, by, when, advice }, index) =>
      [`${index + 1}. ${when}: ${what}`, url, by && `by ${by}`, `→ ${advice}`]
        .filter(Boolean)
        .join('\n     '),
    ),
  ].join('\n  ');
