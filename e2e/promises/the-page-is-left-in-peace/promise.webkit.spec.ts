// The same in WebKit: the page's load event waits for no file of ours.
import { expect, test } from '../../support/webkit.ts';

test('F-34 the load event of the page waits for no file of ours, however long it takes', async ({
  person,
  session,
  world,
}) => {
  person.expects(/late\.svg|HTMLImageElement/);
  const letPicture = world.widget.hold('late.svg');
  const letFile = world.widget.hold('s9-consent-ui.js');
  const loaded = person.visit('<p>Words</p><img src="{{widget}}/late.svg" alt="">');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-ui.js');
  letPicture();
  await loaded;
  expect(await session.run(() => document.readyState)).toBe('complete');
  expect(await person.sees('accept')).toBe(false);
  letFile();
  await expect.poll(() => person.sees('accept')).toBe(true);
});
