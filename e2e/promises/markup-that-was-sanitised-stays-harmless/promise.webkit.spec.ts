// The same in WebKit: a comment that was sanitised runs nothing, after a yes neither.
import { expect, test } from '../../support/webkit.ts';
import { PAGE, pressAll, SANITISER, TITLE } from './comments.ts';

test('F-52 what somebody wrote runs nothing, leads nowhere and asks nobody', async ({
  person,
  session,
  world,
}) => {
  world.host.put('/sanitiser.js', SANITISER);
  await person.visit(PAGE);
  await person.press('accept');
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/last.svg']);
  expect((await session.run(pressAll)).leads).toEqual([]);
  expect(await session.run(() => document.title)).toBe(TITLE);
});
