// Runs everything CI runs, goes on after a failure, and ends on one line: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 's9-check-'));
const bin = (name, path) => [process.execPath, join(root, 'node_modules', name, path)];

const tsc = bin('typescript', 'bin/tsc');
const unitReport = join(reports, 'vitest.json');
const endToEndReport = join(reports, 'playwright.json');

const BUILD = {
  name: 'build',
  run: [...bin('vite', 'bin/vite.js'), 'build', '--logLevel=warn'],
};

/** Beside one another, and beside the build: they read the sources alone. */
const READING = [
  { name: 'types', run: [...tsc, '-p', '.'] },
  { name: 'types of the rules', run: [...tsc, '-p', 'src/core'] },
  { name: 'lint', run: [...bin('oxlint', 'bin/oxlint'), '--deny-warnings'] },
  { name: 'format', run: [...bin('@biomejs/biome', 'bin/biome'), 'check', '.'] },
  { name: 'browsers', run: [process.execPath, join(root, 'scripts/browsers.mjs'), '--ensure'] },
];

/** After the build, beside one another. */
const BUILT = [
  // Not beside the browsers: two of them would wait for the same package manager.
  { name: 'servers', run: [process.execPath, join(root, 'scripts/servers.mjs'), '--ensure'] },
  { name: 'types of the package', run: [process.execPath, join(root, 'build/declarations.mjs')] },
];

/** Then, beside one another: they look at what is shipped, its types included. */
const SHIPPED = [
  { name: 'package', run: [...bin('publint', 'src/cli.js'), '--strict'] },
  {
    name: 'package for TypeScript',
    // The tag is for a script element, which asks for no types.
    run: [
      ...bin('@arethetypeswrong/cli', 'dist/index.js'),
      ...'--profile esm-only --exclude-entrypoints s9-consent.js'.split(' '),
      ...'--format table-flipped --no-summary --pack'.split(' '),
      root,
    ],
  },
];

/** One by one: each takes all there is. */
const TESTS = [
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

/** Steps with a report count their tests; any other one counts only when it fails, as one. */
function outcomeOf(step, status) {
  const { passed, failed } = step.report ? countOf(step) : { passed: 0, failed: 0 };
  return { name: step.name, passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

const start = ({ run: [command, ...args], env }, stdio) =>
  spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });

const ended = (child) =>
  new Promise((done) => {
    child.on('error', () => done(1));
    child.on('close', done);
  });

/** What the processors have done since the machine began, in milliseconds of all of them. */
function processors() {
  const spent = cpus().map(({ times: { user, nice, sys, irq, idle } }) => [
    user + nice + sys + irq,
    idle,
  ]);
  const sumOf = (at) => spent.reduce((total, each) => total + each[at], 0);
  return { busy: sumOf(0), idle: sumOf(1) };
}

/** Tells whether a step waited for the processors, or they for it. */
async function timed(name, run) {
  const [beganMs, before] = [performance.now(), processors()];
  const outcome = await run();
  const after = processors();
  const [busy, idle] = [after.busy - before.busy, after.idle - before.idle];
  const seconds = Math.round((performance.now() - beganMs) / 1000);
  console.log(
    `-- ${name}: ${seconds} s, processors busy ${Math.round((100 * busy) / (busy + idle))} %`,
  );
  return outcome;
}

/** Alone, and heard as it goes. */
async function alone(step) {
  console.log(`\n== ${step.name}`);
  return timed(step.name, async () => outcomeOf(step, await ended(start(step, 'inherit'))));
}

/** Among others: what it says is kept until it has ended, so that steps do not talk at once. */
async function among(step) {
  const child = start(step, ['ignore', 'pipe', 'pipe']);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const status = await ended(child);
  console.log(`\n== ${step.name}\n${Buffer.concat(said).toString().trim()}`);
  return outcomeOf(step, status);
}

// A file left over from an earlier build would pass for one of this build.
rmSync(join(root, 'dist'), { recursive: true, force: true });

const outcomes = [];
const STAGES = { build: [BUILD, ...READING], 'after it': BUILT, package: SHIPPED };
for (const [name, steps] of Object.entries(STAGES)) {
  outcomes.push(...(await timed(name, () => Promise.all(steps.map(among)))));
}
for (const step of TESTS) outcomes.push(await alone(step));
rmSync(reports, { recursive: true });

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const broken = outcomes.filter(({ failed }) => failed > 0).map(({ name }) => name);
console.log(broken.length > 0 ? `\nFailed: ${broken.join(', ')}` : '');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
