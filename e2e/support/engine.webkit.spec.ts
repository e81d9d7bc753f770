// WebKit is really driven, and what no test may let pass is named and fails a test there too.
import { reasonIn } from './offence.ts';
import { expect, test } from './webkit.ts';

const NO_WIDGET = { tag: false } as const;

const NAMED = [
  /^console error: told/,
  /^page error: [^]*thrown/,
  /^page error: [^]*lost/,
  /^CSP report: script-src/,
  /^before a choice: the third party was asked for/,
];

test('the person uses WebKitGTK', async ({ person, session }) => {
  await person.visit('<p>Quiet</p>', NO_WIDGET);
  expect(await session.run(() => navigator.userAgent)).toMatch(/AppleWebKit.*Safari/);
  expect(await session.run(() => isSecureContext && Boolean(crypto.subtle))).toBe(true);
  expect(await person.records()).toEqual([]);
});

test('what no test may let pass is named', async ({ person, world }) => {
  world.host.put(
    '/asked.js',
    'console.error("told"); Promise.reject(new Error("lost")); throw new Error("thrown");',
  );
  await person.visit(
    '<img src="{{third-party}}/pixel.svg" alt=""><script src="/asked.js"></script>' +
      '<script src="{{third-party}}/refused.js"></script>',
    { ...NO_WIDGET, headers: { 'content-security-policy': "script-src 'self' 'nonce-watch'" } },
  );
  await expect
    .poll(() => person.faults())
    .toEqual(expect.arrayContaining(NAMED.map((text) => expect.stringMatching(text))));
  for (const text of NAMED) person.expects(text);
  // The script that was refused is told as one that failed, too.
  person.expects(/^page error: \[object HTMLScriptElement\]/);
});

// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
test('it fails the test that lets it pass', async ({}, info) => {
  expect(await reasonIn(info)).toMatch(/what no test may let pass[^]*console error: told/);
});
