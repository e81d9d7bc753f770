// Runs the fuzzers (`*.fuzz.test.ts`) for longer than a check does: `npm run fuzz -- 50000`; 10,000 cases by default.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [runs = process.env.S9_FUZZ ?? '10000'] = process.argv.slice(2);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

// However long that takes: no test is to fail because the machine is busy.
const args = [vitest, 'run', '--testTimeout=0', '.fuzz.'];
const env = { ...process.env, S9_FUZZ: runs, VITE_S9_FUZZ: runs };
spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
