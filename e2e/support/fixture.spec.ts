// Each thing no test may let pass is named, fails the test that lets it pass, and passes where it is expected.
import { faultsOf, noFacts } from './facts.ts';
import { expect, test } from './fixture.ts';
import { reasonIn } from './offence.ts';

const NAMED = [
  /^console error: told/,
  /^page error: [^]*thrown/,
  /^page error: [^]*lost/,
  /^CSP report: script-src/,
  /^before a choice: the third party was asked for \/pixel\.svg/,
  /^before a choice: the receiver got POST/,
];

test('it is named, and passes where a spec expects it @engine', async ({
  visit,
  law,
  page,
  world,
  faults,
}) => {
  law.allow('consoleErrors', /policy|violat/i);
  world.host.put(
    '/asked.js',
    'console.error("told"); Promise.reject(new Error("lost")); throw new Error("thrown");',
  );
  await visit(
    '<img src="{{third-party}}/pixel.svg" alt=""><script src="/asked.js"></script>' +
      '<script src="{{third-party}}/refused.js"></script>',
    { tag: false, headers: { 'content-security-policy': "script-src 'self'" } },
  );
  await page.evaluate(
    (url) => fetch(url, { method: 'POST', body: '{}' }).then(() => 0),
    `${world.receiver.origin}/v1/logs`,
  );
  await expect
    .poll(faults)
    .toEqual(expect.arrayContaining(NAMED.map((text) => expect.stringMatching(text))));
  law.expectConsole(/told/);
  law.expectPageError(/thrown/);
  law.expectPageError(/lost/);
  law.expectCspReport(/script-src/);
  law.expectEarly(/third party was asked for \/pixel\.svg/);
  law.expectEarly(/receiver got/);
  expect(await faults()).toEqual([]);
});

// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
test('it fails the test that lets it pass', async ({}, info) => {
  expect(await reasonIn(info)).toMatch(/what no test may let pass[^]*console error: told/);
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
