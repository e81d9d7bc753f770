// Which facts are leaks: all of them where nothing is granted, and elsewhere what nobody declared.
import { parse } from '../facts/address.ts';
import { type Fact, isStored } from '../facts/fact.ts';
import { isDeclared, isKnown, isTolerated, type Law } from './law.ts';
import { type Leak, leakOf } from './leak.ts';
import type { Phase } from './phase.ts';
import type { Entry } from './timeline.ts';

/** The same thing told twice, as a cookie that stands in an answer's header and in the jar. */
function keyOf(fact: Fact, phase: Phase): string {
  if (isStored(fact) && fact.kind === 'cookie') {
    const site = parse(fact.url)?.hostname.split('.').slice(-2).join('.');
    return `cookie ${fact.name} ${site} ${phase.isSilent}`;
  }
  if (isStored(fact)) return `${fact.kind} ${fact.name} ${fact.url} ${phase.isSilent}`;
  return `${fact.url.replace(/^ws/, 'http')} ${phase.name}`;
}

function isLawful({ fact, phase }: Entry, law: Law): boolean {
  if (isStored(fact) && isTolerated(fact, phase, law)) return true;
  if (fact.kind === 'undeclared') return phase.isSilent || isKnown(fact, law);
  return !phase.isSilent && isDeclared(fact, phase, law);
}

export function leaksIn(entries: readonly Entry[], law: Law): Leak[] {
  const told = new Set<string>();
  // An engine may tell the same contact twice, once without knowing what it is: that one comes last.
  const byDetail = entries.toSorted(
    (one, other) => Number(one.fact.kind === 'request') - Number(other.fact.kind === 'request'),
  );
  return byDetail.flatMap((entry) => {
    const key = keyOf(entry.fact, entry.phase);
    if (isLawful(entry, law) || told.has(key)) return [];
    told.add(key);
    return [leakOf(entry.fact, entry.phase)];
  });
}
