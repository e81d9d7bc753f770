// Hosts that are granted and expected, and to which nothing was said since they were granted.
import { matches, parse } from '../facts/address.ts';
import { isStored } from '../facts/fact.ts';
import { type Law, listedFor } from './law.ts';
import type { Leak } from './leak.ts';
import type { Phase } from './phase.ts';
import type { Entry } from './timeline.ts';

const missing = (host: string, when: string): Leak => ({
  kind: 'missing',
  what: `${host} is granted and expected, and nothing was said to it`,
  url: host,
  host,
  by: null,
  when,
  advice: 'look whether its tag is marked with the id that was granted, and was released',
});

export function missingIn(
  entries: readonly Entry[],
  now: Phase,
  { hosts, near }: Pick<Law, 'hosts' | 'near'>,
): Leak[] {
  const spoken = entries
    .filter(({ fact, phase }) => !phase.isSilent && !isStored(fact))
    .flatMap(({ fact }) => parse(fact.url) ?? []);
  return [...new Set(listedFor(now.grants, hosts ?? {}))]
    .filter((host) => !spoken.some((url) => matches(host, url, near.ownHost)))
    .map((host) => missing(host, now.name));
}
