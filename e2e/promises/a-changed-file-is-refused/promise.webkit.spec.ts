// The same in WebKit: one changed byte, and the question is not asked.
import { expect, test } from '../../support/webkit.ts';

const UI = 's9-consent-ui.js';
const PAGE =
  '<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>';

test('F-34 one changed byte of the UI file', async ({ person, world }) => {
  person.expects(/integrity|CSP report/);
  world.widget.sabotage(UI, 'one-byte-changed');
  await person.visit(PAGE);
  await expect.poll(() => world.widget.fetched()).toContain(UI);
  expect(await person.sees('accept')).toBe(false);
  world.widget.restore(UI);
  await person.reload();
  await expect.poll(() => person.sees('accept')).toBe(true);
  expect(world.thirdParty.hits()).toEqual([]);
});
