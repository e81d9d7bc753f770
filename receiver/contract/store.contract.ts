// What every store has to do; one suite, run against each of them.
import { afterAll, describe } from 'vitest';
import { any } from './any.contract.ts';
import { createBench, type Ground } from './bench.ts';
import { counts } from './counts.contract.ts';
import { keeps } from './keeps.contract.ts';

/** @param fresh a place with nothing in it, each time another. */
export function describeStore(name: string, fresh: () => Promise<Ground>): void {
  describe(`the ${name} store`, () => {
    const bench = createBench(fresh);
    afterAll(() => bench.close());
    counts(bench);
    keeps(bench);
    any(bench);
  });
}
