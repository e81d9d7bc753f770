// The same in WebKit: strict content security policy and Trusted Types, and nothing is reported.
import { expect, test } from '../../support/webkit.ts';

/** `'nonce-watch'` is for the script that watches for reports. */
const STRICT =
  `default-src 'none'; img-src {{page}}/favicon.ico; script-src {{widget}} 'nonce-watch'; connect-src {{receiver}};
  require-trusted-types-for 'script'`.replaceAll('\n', ' ');

test('F-36 F-37 a choice and what follows from it', async ({ person, world }) => {
  await person.visit('<p>Shoes</p>', { headers: { 'content-security-policy': STRICT } });
  await person.press('accept');
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await expect.poll(() => person.records()).toHaveLength(1);
  await person.reload();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  expect(await person.records()).toHaveLength(1);
});
