#!/usr/bin/env node
// The command `social9-consent`: does what its first word names, and exits with 0, or with 1 and the reason.
import { readFileSync } from 'node:fs';
import { gpc } from './gpc.mjs';
import { complain, print } from './print.mjs';
import { verify } from './receipt.mjs';

const USAGE = `Usage: social9-consent verify <receipt.json>
       social9-consent gpc <https://site.example | gpc.json>
       social9-consent snippet [--base </consent/>] [--nonce <value>] [--lang <de>]
       social9-consent csp --policy <policy.json> [options]
       social9-consent audit <https://site.example> [options]
       social9-consent receive [--port 4318] [--host 127.0.0.1] [--policy policy.json]
                               [--data ./data | --clickhouse http://127.0.0.1:8123 [--database visits]]
                               [--origin https://site.example] [--trusted-proxies 0] [--public-stats]
       social9-consent stats --data ./data | --url http://127.0.0.1:4318 [--from 2026-11-01] [--to 2026-11-30] [--json]
       social9-consent --version | --help

verify  checks a consent receipt: its records, their hashes and links, what it says of them, its signature
gpc     checks what a site serves at /.well-known/gpc.json, or a file that is to be served there
snippet prints the recommended tag, with its hashes and a preload, for this release's files
csp     writes the Content Security Policy that enforces a policy; csp --help has its options
audit   opens a page before a choice, after a no, a yes and its withdrawal, and names what leaks; audit --help
receive takes telemetry and proofs as the policy says, and keeps them in a folder or in ClickHouse, until told to stop
stats   prints views, visitors, time on page, pages and answers of a range of days

receive and stats take the token of the receiver from the variable S9_RECEIVER_TOKEN; receive takes ClickHouse's name
and password from S9_CLICKHOUSE_USER and S9_CLICKHOUSE_PASSWORD.
Use - to read a file from standard input. Exits with 0 when no fault is found, 1 when there is one or it cannot be read.`;

const COMMANDS = new Map([
  ['verify', verify],
  ['gpc', gpc],
]);

/** Those with options of their own print by themselves. Each is loaded when it is named: few are asked for at once. */
const WITH_OPTIONS = new Map([
  ['snippet', () => import('./snippet.mjs')],
  ['csp', () => import('./csp.mjs')],
  ['audit', () => import('./audit.mjs')],
  ['receive', () => import('./receive.mjs')],
  ['stats', () => import('./stats.mjs')],
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

function help(usage = USAGE) {
  process.exitCode = 0;
  print(...usage.split('\n'));
}

/** This release's. */
const version = () =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

async function runWithOptions(name, args) {
  const command = await WITH_OPTIONS.get(name)();
  if (args.some(isHelp)) return help(command.USAGE);
  process.exitCode = command.FAILURE ?? 1;
  process.exitCode = (await command[name](args)) ?? 0;
}

async function main([name, ...args]) {
  if (isHelp(name)) return help();
  if (name === '--version') return print(version());
  process.exitCode = 1;
  if (WITH_OPTIONS.has(name)) return runWithOptions(name, args);
  const command = COMMANDS.get(name);
  if (command && args.some(isHelp)) return help();
  if (name !== undefined && !command) complain(`no such command: ${name}`, '');
  const [subject, ...rest] = args;
  if (!command || subject === undefined || rest.length > 0) return complain(...USAGE.split('\n'));
  tell(await command(subject));
}

// Not the stack: whoever reads this wants to know what to mend.
await main(process.argv.slice(2)).catch((error) => complain(...error.message.split('\n')));
