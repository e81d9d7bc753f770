#!/usr/bin/env node
// The command `social9-consent`: prints what was checked, or each fault, and exits with 0 or 1.
import { gpc } from './gpc.mjs';
import { complain, print } from './print.mjs';
import { verify } from './receipt.mjs';

const USAGE = `Usage: social9-consent verify <receipt.json>
       social9-consent gpc <https://site.example | gpc.json>

verify  checks a consent receipt: its records, their hashes and links, what it says of them, its signature
gpc     checks what a site serves at /.well-known/gpc.json, or a file that is to be served there

Use - to read a file from standard input. Exits with 0 when no fault is found, 1 when there is one or it cannot be read.`;

const COMMANDS = new Map([
  ['verify', verify],
  ['gpc', gpc],
]);

/** Whoever has mended these sees the others. */
const MAX_FAULTS = 50;

function tell({ faults, words }) {
  if (faults.length === 0) {
    process.exitCode = 0;
    return print(...words);
  }
  const shown = faults.slice(0, MAX_FAULTS);
  print(
    `not valid: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
    ...shown.map(({ path, expected }) => `  ${path || 'the file'}: expected ${expected}`),
  );
  if (shown.length < faults.length) print(`  and ${faults.length - shown.length} more`);
}

async function main([name, subject, ...rest]) {
  const usage = USAGE.split('\n');
  if (name === '--help' || name === '-h') return print(...usage);
  process.exitCode = 1;
  const command = COMMANDS.get(name);
  if (!command || subject === undefined || rest.length > 0) return complain(...usage);
  tell(await command(subject));
}

await main(process.argv.slice(2)).catch((error) => complain(error.message));
