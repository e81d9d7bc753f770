#!/usr/bin/env node
// The command `social9-consent verify receipt.json`: prints `valid`, or each fault, and exits with 0 or 1.
import { readFileSync } from 'node:fs';
import { verifyReceipt } from '../dist/verify.js';

const USAGE = `Usage: social9-consent verify <receipt.json>

Checks a consent receipt: its records, their hashes and links, what it says of them, its signature.
Use - to read it from standard input. Exits with 0 when it is valid, 1 when it is not or cannot be read.`;

const STANDARD_INPUT = 0;

function readReceipt(file) {
  let text;
  try {
    text = readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${file}: ${error.message}`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

async function main([command, file, ...rest]) {
  if (command === '--help' || command === '-h') return console.log(USAGE);
  process.exitCode = 1;
  if (command !== 'verify' || file === undefined || rest.length > 0) return console.error(USAGE);
  const faults = await verifyReceipt(readReceipt(file));
  if (faults.length === 0) {
    process.exitCode = 0;
    return console.log('valid');
  }
  console.log(`not valid: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  for (const { path, expected } of faults) {
    console.log(`  ${path || 'the file'}: expected ${expected}`);
  }
}

await main(process.argv.slice(2)).catch((error) => console.error(error.message));
