// One kind of worker an engine: what asks for another has a browser started for it, and one more for whoever comes next.
import { expect, test } from 'vitest';
import { filesIn, read } from './project-files.ts';

/** Its driver is not Playwright's, and all of its tests have it. */
const ALLOWED = ['e2e/support/webkit.ts'];

/** A fixture, or an option that Playwright starts a browser with. */
const OF_A_WORKER =
  /scope: 'worker'|test\.use\(\{[^}]*\b(browserName|channel|connectOptions|headless|launchOptions)\b/;

test('no test has a worker of its own kind', () => {
  const files = filesIn('e2e').filter(
    (file) => /^(?!.*node_modules).*\.ts$/.test(file) && !ALLOWED.includes(file),
  );
  expect(files.filter((file) => OF_A_WORKER.test(read(file)))).toEqual([]);
  expect(OF_A_WORKER.test(read(ALLOWED[0] as string))).toBe(true);
});
