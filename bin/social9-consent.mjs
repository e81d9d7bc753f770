#!/usr/bin/env node
// The command `social9-consent`: prints `valid`, or each fault, and exits with 0 or 1.
import { gpc } from './gpc.mjs';
import { verify } from './receipt.mjs';

const USAGE = `Usage: social9-consent verify <receipt.json>
       social9-consent gpc <https://site.example | gpc.json>

verify  checks a consent receipt: its records, their hashes and links, what it says of them, its signature
gpc     checks what a site serves at /.well-known/gpc.json, or a file that is to be served there

Use - to read a file from standard input. Exits with 0 when it is valid, 1 when it is not or cannot be read.`;

const COMMANDS = new Map([
  ['verify', verify],
  ['gpc', gpc],
]);

function tell({ faults, verdict }) {
  if (faults.length === 0) {
    process.exitCode = 0;
    return console.log(verdict);
  }
  console.log(`not valid: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  for (const { path, expected } of faults) {
    console.log(`  ${path || 'the file'}: expected ${expected}`);
  }
}

async function main([name, subject, ...rest]) {
  if (name === '--help' || name === '-h') return console.log(USAGE);
  process.exitCode = 1;
  const command = COMMANDS.get(name);
  if (!command || subject === undefined || rest.length > 0) return console.error(USAGE);
  tell(await command(subject));
}

await main(process.argv.slice(2)).catch((error) => console.error(error.message));
