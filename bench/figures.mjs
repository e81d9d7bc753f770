// Us beside the peers, in one run by turns, written into docs/figures.md. `-- --quick` for fewer rounds,
// `-- --only bytes` for one part.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { bytesOf } from './figures/bytes.mjs';
import { bytesTable } from './figures/bytes-table.mjs';
import { entries } from './figures/entries.mjs';
import { goalsTable, releaseGoal } from './figures/goals.mjs';
import { rounds } from './figures/rounds.mjs';
import { serveEntries } from './figures/server.mjs';
import { memoryTable, releaseTable, timeTable } from './figures/time-tables.mjs';
import { releaseOf, timesOf } from './figures/times.mjs';
import { marked } from './marked.mjs';

const DOC = fileURLToPath(new URL('../docs/figures.md', import.meta.url));
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
});

if (!existsSync(new URL('peers/node_modules/', import.meta.url)))
  throw new Error('npm ci --prefix bench/peers --ignore-scripts comes first');

const write = (name, text) => {
  writeFileSync(DOC, marked(readFileSync(DOC, 'utf8'), name, text));
  console.log(`${text}\n`);
};

const all = entries();
const site = await serveEntries(all);
const launch = () => chromium.launch({ executablePath: findChromium() });

const shown = all.filter(({ kind }) => kind !== 'page');

/** Side by side: bytes do not depend on who else is busy. */
async function bytes() {
  const browser = await launch();
  const rows = await Promise.all(
    shown.map(async (entry) => ({ entry, ...(await bytesOf(browser, site, entry)) })),
  );
  await browser.close();
  write('bytes', bytesTable(rows));
}

const HELD = [10, 100, 1000];
/** Load for each processor; the run itself comes to about one. */
const BUSY = 1.5;
const ROUNDS = options.quick ? { fast: 2, slow: 2, release: 1 } : { fast: 11, slow: 9, release: 7 };
const leftOut = [];
const by = (name) => ({
  launch,
  leftOut,
  isWarm: !options.quick,
  tell: (words) => console.error(`${name}: ${words}`),
});

async function releases() {
  const measure = async (browser, entry) => {
    const sample = {};
    for (const count of HELD) {
      const { ms, longestMs } = await releaseOf(browser, site, entry, count);
      sample[`ms${count}`] = ms;
      sample[`longest${count}`] = longestMs;
    }
    return sample;
  };
  const held = shown.filter(({ id }) => id !== 'json' && id !== 'snippet');
  const samples = await rounds(held, ROUNDS.release, measure, by('releases'));
  write('releases', releaseTable(samples, held, HELD));
  write('goal of releases', releaseGoal(samples, held));
}

/** Which machine it was, and whether it had other work: then times are worth little. */
function machine() {
  const [{ model }] = cpus();
  const [load] = loadavg();
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${model}; ${ROUNDS.fast} rounds fast, ${ROUNDS.slow} slow, ${ROUNDS.release} of releases; ${leftOut.length} visits could not be measured.`,
  ];
  if (load > BUSY * cpus().length) {
    lines.push(
      `**The machine had other work** (load ${load.toFixed(1)}): times are longer than they are, and ratios that differ little say nothing.`,
    );
  }
  return lines.join('\n');
}

async function times() {
  const byProfile = {};
  for (const profile of ['fast', 'slow']) {
    const measure = (browser, entry) => timesOf(browser, site, entry, profile);
    byProfile[profile] = await rounds(all, ROUNDS[profile], measure, by(profile));
    write(profile, timeTable(byProfile[profile], all));
    if (profile === 'fast') write('memory', memoryTable(byProfile.fast, all));
  }
  write('goals', goalsTable(byProfile, all));
  write('machine', machine());
}

const PARTS = { bytes, times, releases };
const asked = options.only === undefined ? Object.keys(PARTS) : [options.only];
try {
  for (const name of asked) {
    if (!PARTS[name]) throw new Error(`--only: expected ${Object.keys(PARTS).join(' or ')}`);
    await PARTS[name]();
  }
} finally {
  site.close();
}
