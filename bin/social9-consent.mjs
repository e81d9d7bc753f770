#!/usr/bin/env node
// The command `social9-consent`: prints what was checked, or each fault, and exits with 0 or 1.
import { USAGE as AUDIT_USAGE, audit } from './audit.mjs';
import { USAGE as CSP_USAGE, csp } from './csp.mjs';
import { gpc } from './gpc.mjs';
import { complain, print } from './print.mjs';
import { verify } from './receipt.mjs';

const USAGE = `Usage: social9-consent verify <receipt.json>
       social9-consent gpc <https://site.example | gpc.json>
       social9-consent csp --policy <policy.json> [options]
       social9-consent audit <https://site.example> [options]

verify  checks a consent receipt: its records, their hashes and links, what it says of them, its signature
gpc     checks what a site serves at /.well-known/gpc.json, or a file that is to be served there
csp     writes the Content Security Policy that enforces a policy; csp --help has its options
audit   opens a page before a choice, after a no, a yes and its withdrawal, and names what leaks; audit --help

Use - to read a file from standard input. Exits with 0 when no fault is found, 1 when there is one or it cannot be read.`;

const COMMANDS = new Map([
  ['verify', verify],
  ['gpc', gpc],
]);

/** Those with options of their own, which print by themselves. */
const WITH_OPTIONS = new Map([
  ['csp', { run: csp, usage: CSP_USAGE, failure: 1 }],
  ['audit', { run: audit, usage: AUDIT_USAGE, failure: 2 }],
]);

const isHelp = (word) => word === '--help' || word === '-h';

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

async function runWithOptions({ run, usage, failure }, args) {
  if (args.some(isHelp)) return print(...usage.split('\n'));
  process.exitCode = failure;
  process.exitCode = (await run(args)) ?? 0;
}

async function main([name, subject, ...rest]) {
  const usage = USAGE.split('\n');
  if (isHelp(name)) return print(...usage);
  const own = WITH_OPTIONS.get(name);
  if (own)
    return runWithOptions(
      own,
      [subject, ...rest].filter((each) => each !== undefined),
    );
  process.exitCode = 1;
  const command = COMMANDS.get(name);
  if (!command || subject === undefined || rest.length > 0) return complain(...usage);
  tell(await command(subject));
}

await main(process.argv.slice(2)).catch((error) => complain(...error.message.split('\n')));
