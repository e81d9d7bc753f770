// What the command says of a word that it does not know, and of itself.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { read, root } from './project-files.ts';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [`${root}bin/social9-consent.mjs`, ...args], { encoding: 'utf8' });

test('a command that is none is named, with those there are', () => {
  const { status, stderr } = run('verfy');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^no such command: verfy\n[^]*verify <receipt\.json>/);
});

test.each([['--help'], ['verify', '--help'], ['receive', '--help'], ['stats', '-h']])(
  'whoever asks for help with %s %s gets it, and no fault',
  (...args) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: social9-consent');
  },
);

test.each([
  ['{"consentReceiptID":"1"}', 'a receipt in the form of Kantara, which has no signature'],
  ['{"records":[],"ledger":[]}', '“Download all”, or export()'],
])('verify says of %s what it is, and what it wants', (input, what) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [`${root}bin/social9-consent.mjs`, 'verify', '-'],
    { encoding: 'utf8', input },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `- is ${what}: expected the receipt of “Download receipt”, or of consent.receipt()\n`,
  });
});

test('it tells its release', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
});
