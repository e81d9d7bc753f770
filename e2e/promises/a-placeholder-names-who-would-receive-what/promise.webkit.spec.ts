// The main story in WebKitGTK: drawn inside the frame, a press counts; in a sandbox without scripts it is laid over.
import { expect, test } from '../../support/webkit.ts';

const FRAME =
  '<iframe data-consent="social" data-src="{{third-party}}/video.html" width="480" height="320"';

test('L-22 a held frame is drawn in, and loads once', async ({ person, world }) => {
  await person.visit(`<p>Words</p>${FRAME}></iframe>`);
  await person.press('load-once');
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/video.html']);
  expect(await person.records()).toEqual([]);
});

test('L-22 a frame in a sandbox is covered, and loads once', async ({ person, world }) => {
  await person.visit(`<p>Words</p>${FRAME} sandbox="allow-same-origin"></iframe>`);
  await person.press('load-once');
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/video.html']);
});

test('L-22 the control of a small frame opens the whole, which loads once', async ({
  person,
  world,
}) => {
  await person.visit(
    `<p>Words</p>${FRAME.replace('480', '100').replace('320', '100')} style="position:absolute;left:200px;top:60px"></iframe>`,
  );
  await person.press('open');
  await person.press('load-once');
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/video.html']);
});
