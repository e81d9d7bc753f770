// The checks a test can make: each settles the page, then is an error that names every leak.
import type { Page } from 'playwright';
import type { ConsentWatch } from './api.ts';
import type { Declared, Expected } from './declared/declared.ts';
import { readDeclared } from './declared/read-declared.ts';
import type { Neighbours } from './facts/neighbours.ts';
import { assertGrantIsKnown, assertSilenceIsDue } from './judge/due.ts';
import { leaksIn } from './judge/judge.ts';
import type { Law } from './judge/law.ts';
import type { Leak } from './judge/leak.ts';
import { missingIn } from './judge/missing.ts';
import { report } from './judge/report.ts';
import type { Observation } from './observe.ts';
import type { WatchOptions } from './options.ts';

type Checks = Pick<ConsentWatch, 'expectSilence' | 'expectOnly' | 'leaks'>;

/** @param rest settles the page. */
export function checksOf(
  page: Page,
  seen: Pick<Observation, 'timeline' | 'explained'>,
  near: Neighbours,
  { allowStored = [], policy, endpoint }: WatchOptions,
  rest: () => Promise<void>,
): Checks {
  const { timeline } = seen;
  const given = { ...(policy && { policy }), ...(endpoint && { endpoint }) };
  /** The table that was last checked by. */
  let last: Expected | null = null;

  const lawOf = (hosts: Expected | null, declared: Declared | null): Law => ({
    near,
    allowStored,
    hosts: hosts ?? declared?.hosts ?? null,
    known: declared?.known ?? null,
    stores: declared?.stores ?? null,
  });

  return {
    async expectSilence() {
      await rest();
      assertSilenceIsDue(timeline.now);
      const leaks = leaksIn(await seen.explained(), lawOf(null, null));
      refuse('The page was to be silent.', leaks);
    },
    async expectOnly(expected) {
      await rest();
      assertGrantIsKnown(timeline.now, expected);
      const declared = await readDeclared(page, given).catch((fault: Error) => {
        if (expected) return null;
        throw new Error(
          `expectOnly(): cannot read the policy: ${fault.message}. Give { policy } to watchConsent(), or the hosts here`,
        );
      });
      last = expected ?? null;
      const law = lawOf(last, declared);
      const entries = await seen.explained();
      const missing = expected ? missingIn(entries, timeline.now, law) : [];
      refuse('Only what is declared and granted was to happen.', [
        ...leaksIn(entries, law),
        ...missing,
      ]);
    },
    async leaks() {
      await rest();
      const declared = await readDeclared(page, given).catch(() => null);
      return leaksIn(await seen.explained(), lawOf(last, declared));
    },
  };
}

function refuse(title: string, leaks: readonly Leak[]): void {
  if (leaks.length > 0) throw new Error(report(title, leaks));
}
