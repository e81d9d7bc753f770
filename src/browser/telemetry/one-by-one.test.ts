import { expect, it } from 'vitest';
import { oneByOne } from './one-by-one.ts';

it('does once more what was asked for while it was under way, however often', async () => {
  const ends: (() => void)[] = [];
  const { ask, isOn } = oneByOne(() => new Promise((resolve) => ends.push(resolve)));
  expect(isOn()).toBe(false);
  const first = ask();
  expect(ends).toHaveLength(1);
  void ask();
  const last = ask();
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  expect(isOn()).toBe(true);
  ends[1]?.();
  await Promise.all([first, last]);
  expect(isOn()).toBe(false);
  expect(ends).toHaveLength(2);
  void ask();
  expect(ends).toHaveLength(3);
});
