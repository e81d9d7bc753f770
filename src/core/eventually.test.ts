import { expect, it } from 'vitest';
import { createEventually } from './eventually.ts';
import { settled } from './fakes.ts';

it('F-34 tries at once, and again at each file that comes late until it is done, in the order asked for', async () => {
  const { eventually, tryAgain } = createEventually();
  const tries: string[] = [];
  let isToBeHad = false;
  const attempt = (name: string) => async () => {
    tries.push(name);
    return isToBeHad;
  };
  await eventually(attempt('first'));
  await eventually(attempt('second'));
  expect(tries.splice(0)).toEqual(['first', 'second']);
  tryAgain();
  await settled();
  expect(tries.splice(0)).toEqual(['first', 'second']);
  isToBeHad = true;
  for (const _late of [1, 2]) {
    tryAgain();
    await settled();
  }
  expect(tries).toEqual(['first', 'second']);
});

it('tells who asked what the first try threw, and tries no more', async () => {
  const { eventually, tryAgain } = createEventually();
  let tries = 0;
  const failing = eventually(async () => {
    tries++;
    throw new TypeError('expected');
  });
  await expect(failing).rejects.toThrow('expected');
  tryAgain();
  expect(tries).toBe(1);
});
