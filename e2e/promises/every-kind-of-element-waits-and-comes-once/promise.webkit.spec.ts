// The same in WebKit: every kind of tag, nothing before the choice, its own once after it.
import { expect, test } from '../../support/webkit.ts';
import { addLast, LAST, PAGE, PATHS } from './kinds.ts';

test('F-33 L-22 no request and no connection before, one request each after', async ({
  person,
  session,
  world,
}) => {
  const hits = (): string[] => world.thirdParty.hits().toSorted();
  await person.visit(PAGE);
  await expect.poll(() => person.sees('accept')).toBe(true);
  await expect
    .poll(() => session.run(() => document.querySelectorAll('[data-filled]').length))
    .toBe(1);
  expect(hits()).toEqual([]);
  expect(world.thirdParty.connections()).toBe(0);
  await person.press('accept');
  await expect.poll(hits).toEqual(PATHS);
  await session.run(addLast, world.thirdParty.origin + LAST);
  await expect.poll(() => world.thirdParty.count(LAST)).toBe(1);
  expect(hits()).toEqual([...PATHS, LAST].toSorted());
});
