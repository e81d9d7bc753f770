// WebKit is really driven, and what no test may let pass fails a test there too.
import { expect, test } from './webkit.ts';

const NO_WIDGET = { tag: false } as const;

test('the person uses WebKitGTK', async ({ person, session }) => {
  await person.visit('<p>Quiet</p>', NO_WIDGET);
  expect(await session.run(() => navigator.userAgent)).toMatch(/AppleWebKit.*Safari/);
  expect(await session.run(() => isSecureContext && Boolean(crypto.subtle))).toBe(true);
  expect(await person.records()).toEqual([]);
});

test.describe('a test fails', () => {
  for (const [what, markup] of [
    ['a console error', '<script>console.error("told")</script>'],
    ['a page error', '<script>throw new Error("thrown")</script>'],
    ['an unhandled rejection', '<script>Promise.reject(new Error("lost"))</script>'],
    ['a request to the third party', '<img src="{{third-party}}/pixel.svg" alt="">'],
  ] as const) {
    test(`on ${what}`, async ({ person, world }) => {
      test.fail();
      await person.visit(markup, NO_WIDGET);
      if (what.includes('third')) await expect.poll(() => world.thirdParty.hits()).toHaveLength(1);
    });
  }

  test('on a CSP report', async ({ person }) => {
    test.fail();
    const headers = { 'content-security-policy': "script-src 'nonce-watch'; img-src 'none'" };
    await person.visit('<img src="/refused.svg" alt="">', { ...NO_WIDGET, headers });
  });
});
