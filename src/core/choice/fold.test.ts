import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

interface Entry {
  readonly folded?: number;
  readonly from?: number;
  readonly until?: number;
  readonly decidedAt?: number;
  readonly previous?: string | null;
  readonly hash: string | null;
}

/** Adds records one by one, as answers come. */
function grown(count: number, max: number): readonly Entry[] {
  let history: readonly unknown[] = [];
  for (let index = 1; index <= count; index++) {
    const previous = (history.at(-1) as Entry | undefined)?.hash ?? null;
    history = fold([...history, { decidedAt: index, previous, hash: `h${index}` }], max);
  }
  return history as readonly Entry[];
}

describe('a history', () => {
  it('is left as it is while it is short', () => {
    const history = grown(3, 3);
    expect(history.map(({ hash }) => hash)).toEqual(['h1', 'h2', 'h3']);
  });

  it('L-26 keeps the newest whole, and of the others how many there were and when', () => {
    expect(grown(10, 3)).toEqual([
      { folded: 7, from: 1, until: 7, hash: 'h7' },
      { decidedAt: 8, previous: 'h7', hash: 'h8' },
      { decidedAt: 9, previous: 'h8', hash: 'h9' },
      { decidedAt: 10, previous: 'h9', hash: 'h10' },
    ]);
  });

  it('stays bounded, counts every record and never breaks the chain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (count, max) => {
        const history = grown(count, max);
        expect(history.length).toBeLessThanOrEqual(max + 1);
        expect(history.reduce((sum, each) => sum + (each.folded ?? 1), 0)).toBe(count);
        for (const [index, entry] of history.entries()) {
          if (index > 0) expect(entry.previous).toBe(history[index - 1]?.hash);
        }
        expect(history.at(-1)).toMatchObject({ decidedAt: count });
      }),
    );
  });

  it('F-11 of anything is folded without a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { minLength: 3 }), (junk) => {
        expect(fold(junk, 2)).toHaveLength(3);
      }),
    );
  });
});
