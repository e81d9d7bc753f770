// Each thing no test may let pass does fail a test that lets it pass.
import { faultsOf, noFacts } from './facts.ts';
import { expect, test } from './fixture.ts';

const NO_WIDGET = { tag: false } as const;

test.describe('a test fails', () => {
  test('on a console error', async ({ visit }) => {
    test.fail();
    await visit('<script>console.error("told")</script>', NO_WIDGET);
  });

  test('on a page error', async ({ visit }) => {
    test.fail();
    await visit('<script>throw new Error("thrown")</script>', NO_WIDGET);
  });

  test('on an unhandled rejection', async ({ visit, page }) => {
    test.fail();
    await visit('<script>Promise.reject(new Error("lost"))</script>', NO_WIDGET);
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  });

  test('on a CSP report', async ({ visit, law }) => {
    test.fail();
    law.allow('consoleErrors', /./);
    const headers = { 'content-security-policy': "img-src 'none'" };
    await visit('<img src="/held.svg" alt="">', { ...NO_WIDGET, headers });
  });

  test('on a request to the third party before a choice', async ({ visit }) => {
    test.fail();
    await visit('<img src="{{third-party}}/pixel.svg" alt="">', NO_WIDGET);
  });

  test('on a request to the receiver before a choice', async ({ visit, page }) => {
    test.fail();
    await visit(
      '<script>globalThis.sent = fetch("{{receiver}}/v1/logs", { method: "POST", body: "{}" })</script>',
      NO_WIDGET,
    );
    await page.evaluate(() => (globalThis as unknown as { sent: Promise<unknown> }).sent);
  });

  test('on an expected console error that does not come', async ({ visit, law }) => {
    test.fail();
    law.expectConsole(/never said/);
    await visit('<p>Quiet</p>', NO_WIDGET);
  });
});

test('the same facts pass where the spec expects them', async ({ visit, law, page, world }) => {
  law.expectConsole(/told/);
  law.expectPageError(/thrown/);
  law.expectCspReport(/script-src/);
  law.allow('consoleErrors', /policy|violat/i);
  law.expectEarly(/third party was asked for \/pixel\.svg/);
  law.expectEarly(/receiver got POST/);
  world.host.put('/asked.js', 'console.error("told"); throw new Error("thrown");');
  await visit(
    '<img src="{{third-party}}/pixel.svg" alt=""><script src="/asked.js"></script>' +
      '<script src="{{third-party}}/refused.js"></script>',
    { ...NO_WIDGET, headers: { 'content-security-policy': "script-src 'self'" } },
  );
  await page.evaluate(
    (url) => fetch(url, { method: 'POST', body: '{}' }).then(() => 0),
    `${world.receiver.origin}/v1/logs`,
  );
});

test('facts are sorted by what they are, and say so', () => {
  const facts = { ...noFacts(), consoleErrors: ['a'], early: ['b'] };
  const pattern = /a/;
  expect(faultsOf(facts, [{ kind: 'consoleErrors', pattern, required: true }])).toEqual([
    'before a choice: b',
  ]);
  expect(faultsOf(facts, [{ kind: 'early', pattern, required: true }])).toEqual([
    'console error: a',
    'before a choice: b',
    'before a choice expected and not seen: /a/',
  ]);
});
