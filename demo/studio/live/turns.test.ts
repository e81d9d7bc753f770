// No more than three at once, each in its turn, and one that ends twice ends once.
import { expect, test } from 'vitest';
import { turn } from './turns.ts';

test('the fourth begins when one has ended', async () => {
  const begun: number[] = [];
  const ends = await Promise.all([turn(), turn(), turn()]);
  const fourth = turn().then((end) => {
    begun.push(4);
    return end;
  });
  await Promise.resolve();
  expect(begun).toEqual([]);
  ends[0]?.();
  ends[0]?.();
  (await fourth)();
  expect(begun).toEqual([4]);
  ends[1]?.();
  ends[2]?.();
});
