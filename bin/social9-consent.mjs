#!/usr/bin/env node
// The command `social9-consent`: prints what was checked, or each fault, and exits with 0 or 1.
import { gpc } from './gpc.mjs';
import { complain, print } from './print.mjs';
import { verify } from './receipt.mjs';

const USAGE = `Usage: social9-consent verify <receipt.json>
       social9-consent gpc <https://site.example | gpc.json>
       social9-consent receive [--port 4318] [--host 127.0.0.1] [--policy policy.json] [--data ./data]
                               [--origin https://site.example] [--trusted-proxies 0] [--public-stats]
       social9-consent stats --data ./data | --url http://127.0.0.1:4318 [--from 2026-11-01] [--to 2026-11-30] [--json]

verify  checks a consent receipt: its records, their hashes and links, what it says of them, its signature
gpc     checks what a site serves at /.well-known/gpc.json, or a file that is to be served there
receive takes telemetry and proofs as the policy says, and keeps them in a folder, until it is told to stop
stats   prints views, visitors, time on page, pages and answers of a range of days

receive and stats take the token of the receiver from the variable S9_RECEIVER_TOKEN.
Use - to read a file from standard input. Exits with 0 when no fault is found, 1 when there is one or it cannot be read.`;

const COMMANDS = new Map([
  ['verify', verify],
  ['gpc', gpc],
]);

/** They print what they do themselves, and take options. */
const WITH_OPTIONS = new Map([
  ['receive', async (args) => (await import('./receive.mjs')).receive(args)],
  ['stats', async (args) => (await import('./stats.mjs')).stats(args)],
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
  const withOptions = WITH_OPTIONS.get(name);
  if (withOptions) {
    await withOptions([subject, ...rest].filter((each) => each !== undefined));
    process.exitCode = 0;
    return undefined;
  }
  const command = COMMANDS.get(name);
  if (!command || subject === undefined || rest.length > 0) return complain(...usage);
  tell(await command(subject));
}

await main(process.argv.slice(2)).catch((error) => complain(...error.message.split('\n')));
