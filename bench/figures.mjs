// Us beside the peers, in one run by turns, written into docs/figures.md. `-- --rounds 11` for more of them, `-- --quick`
// for few, `-- --only bytes` for one part. A run that was broken off goes on where it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { bytesOf } from './figures/bytes.mjs';
import { bytesTable } from './figures/bytes-table.mjs';
import { entries } from './figures/entries.mjs';
import { goalsTable, livingGoals, releaseGoals } from './figures/goals.mjs';
import { createKept } from './figures/kept.mjs';
import { livingOf } from './figures/living.mjs';
import { rounds } from './figures/rounds.mjs';
import { serveEntries } from './figures/server.mjs';
import { livingTable, memoryTable, releaseTable, timeTable } from './figures/time-tables.mjs';
import { releaseOf, timesOf } from './figures/times.mjs';
import { marked } from './marked.mjs';

const DOC = fileURLToPath(new URL('../docs/figures.md', import.meta.url));
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string' } },
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

const HELD = [10, 100, 1000, 10_000];
/** Of ten thousand one peer never runs more than a third. */
const LAST_RAN = { timeout: 20_000 };
/** Load for each processor; the run itself comes to about one. */
const BUSY = 1.5;
const EACH = Number(options.rounds ?? (options.quick ? 2 : 7));
if (!(Number.isInteger(EACH) && EACH > 0)) {
  throw new Error(`--rounds: expected a whole number, such as 7, and got ${options.rounds}`);
}
const FEW = Math.ceil(EACH / 2);
const ROUNDS = { fast: EACH, slow: EACH, releases: FEW, living: FEW };
const kept = createKept(ROUNDS);
const { leftOut } = kept;
const by = (name) => ({
  launch,
  leftOut,
  isWarm: !options.quick,
  isSparing: name === 'slow' || name === 'releases',
  kept: kept.part(name),
  save: kept.save,
  tell: (words) => console.error(`${name}: ${words}`),
});

async function releases() {
  const measure = async (browser, entry) => {
    const sample = {};
    for (const count of HELD) {
      try {
        const { ms, longestMs } = await releaseOf(browser, site, entry, count, LAST_RAN);
        sample[`ms${count}`] = ms;
        sample[`longest${count}`] = longestMs;
      } catch (error) {
        leftOut.push(`${entry.id}, ${count} held: ${error.message.split('\n')[0]}`);
      }
    }
    return sample;
  };
  const held = shown.filter(({ id }) => id !== 'json' && id !== 'snippet');
  const samples = await rounds(held, ROUNDS.releases, measure, by('releases'));
  write('releases', releaseTable(samples, held, HELD));
  write('goal of releases', releaseGoals(samples, held));
}

async function living() {
  const lived = all.filter(({ id }) => id !== 'json' && id !== 'snippet');
  const measure = (browser, entry) => livingOf(browser, site, entry);
  const samples = await rounds(lived, ROUNDS.living, measure, by('living'));
  write('living', livingTable(samples, lived));
  write('goal of living', livingGoals(samples, lived));
}

/** Which machine it was, and whether it had other work: then times are worth little. */
function machine() {
  const [{ model }] = cpus();
  const [load] = loadavg();
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${model}; ${ROUNDS.fast} rounds fast, ${ROUNDS.slow} slow, ${ROUNDS.releases} of releases and of what lives on, the others slow and released in every second one; ${leftOut.length} visits could not be measured.`,
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

const PARTS = { bytes, times, releases, living };
const asked = options.only === undefined ? Object.keys(PARTS) : [options.only];
try {
  for (const name of asked) {
    if (!PARTS[name]) throw new Error(`--only: expected ${Object.keys(PARTS).join(' or ')}`);
    await PARTS[name]();
  }
  kept.drop();
} finally {
  site.close();
}
