// Runs everything CI runs, goes on after a failure, and ends on one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 's9-check-'));
const bin = (name, path) => [process.execPath, join(root, 'node_modules', name, path)];

const tsc = bin('typescript', 'bin/tsc');
const unitReport = join(reports, 'vitest.json');
const endToEndReport = join(reports, 'playwright.json');

/** A step with a report counts its tests; any other one counts only when it fails. */
const STEPS = [
  { name: 'types', run: [...tsc, '-p', '.'] },
  { name: 'types of the rules', run: [...tsc, '-p', 'src/core'] },
  { name: 'lint', run: [...bin('oxlint', 'bin/oxlint'), '--deny-warnings'] },
  { name: 'format', run: [...bin('@biomejs/biome', 'bin/biome'), 'check', '.'] },
  { name: 'build', run: [...bin('vite', 'bin/vite.js'), 'build'] },
  { name: 'types of the package', run: [...tsc, '-p', 'tsconfig.types.json'] },
  { name: 'browsers', run: [process.execPath, join(root, 'scripts/browsers.mjs'), '--ensure'] },
  {
    name: 'vitest',
    run: [
      ...bin('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    report: unitReport,
    count: ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
      passed: numPassedTests,
      failed: numFailedTests || numFailedTestSuites,
    }),
  },
  {
    name: 'playwright',
    run: [...bin('playwright', 'cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
    report: endToEndReport,
    count: ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
    }),
  },
];

function countOf({ report, count }) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 }; // it never came to its tests
  }
}

/** A step that fails without a failed test, such as a suite that does not load, counts as one. */
function outcomeOf(step) {
  console.log(`\n== ${step.name}`);
  const [command, ...args] = step.run;
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...step.env },
    stdio: 'inherit',
  });
  const { passed, failed } = step.report ? countOf(step) : { passed: 0, failed: 0 };
  return { name: step.name, passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

// A file left over from an earlier build would pass for one of this build.
rmSync(join(root, 'dist'), { recursive: true, force: true });

const outcomes = STEPS.map(outcomeOf);
rmSync(reports, { recursive: true });

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const broken = outcomes.filter(({ failed }) => failed > 0).map(({ name }) => name);
console.log(broken.length > 0 ? `\nFailed: ${broken.join(', ')}` : '');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
