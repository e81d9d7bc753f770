// One `.d.ts` for each entry of the package: what TypeScript says of the sources, in one piece.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { FRAMEWORKS } from './frameworks.mjs';

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const folder = path('dist/npm');
/** Inside the project, so that what the types import is found from there. */
const emitted = path('node_modules/.cache/types');

const ENTRIES = {
  index: './src/index.d.ts',
  receiver: './receiver/index.d.ts',
  testing: './testing/index.d.ts',
  verify: './src/verify.d.ts',
  ...Object.fromEntries(FRAMEWORKS.map((name) => [name, `./frameworks/${name}.d.ts`])),
  csp: './src/csp.d.ts',
};

const { dependencies, peerDependencies } = JSON.parse(readFileSync(path('package.json'), 'utf8'));
/** Whoever has the package has these and their types. */
const brought = Object.keys({ ...dependencies, ...peerDependencies });

const tsc = (...args) =>
  spawnSync(process.execPath, [path('node_modules/typescript/bin/tsc'), ...args], {
    stdio: 'inherit',
  }).status === 0;

/** TypeScript 7 has no interface to be called by, so that it writes files first. */
function emit() {
  rmSync(emitted, { recursive: true, force: true });
  return tsc('-p', path('tsconfig.types.json'), '--outDir', emitted);
}

/** Each alone: types that two entries share are the same by shape, and no third file has to be there. */
async function bundle(name, entry) {
  const build = await rolldown({
    cwd: emitted,
    input: { [name]: entry },
    external: brought.map((each) => new RegExp(`^${each}(/|$)`)),
    plugins: [dts({ dtsInput: true, tsconfig: false })],
  });
  await build.write({ dir: folder, format: 'es' });
}

/** What comes with the import alone. */
const SITE = `import '../../../dist/npm/index.js';
window.social9?.consent?.open('data');
document.addEventListener('s9:change', ({ detail }) => detail.purposes);
`;

/** As a project reads them that checks its libraries too. */
function areSound() {
  const site = join(emitted, 'site.ts');
  writeFileSync(site, SITE);
  return tsc(
    site,
    ...Object.keys(ENTRIES).map((name) => join(folder, `${name}.d.ts`)),
    ...'--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes'.split(' '),
    ...'--module nodenext --target es2022 --lib es2023,dom --types node'.split(' '),
  );
}

async function write() {
  if (!emit()) return false;
  for (const [name, entry] of Object.entries(ENTRIES)) await bundle(name, entry);
  return areSound();
}

process.exitCode = (await write()) ? 0 : 1;
