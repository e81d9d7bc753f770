// Finds the servers some tests start, and with --ensure installs what is missing where it can.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Name of a server → its variable, its binary and its package in Debian. */
const SERVERS = {
  clickhouse: {
    variable: 'S9_CLICKHOUSE',
    binary: 'clickhouse-server',
    package: 'clickhouse-server',
  },
  nginx: { variable: 'S9_NGINX', binary: 'nginx', package: 'nginx-light' },
};

/** Servers stand where the system keeps them, which is not on everybody's PATH. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

/**
 * Path of a server, or `undefined`.
 *
 * @param {keyof typeof SERVERS} name
 */
export function findServer(name) {
  const { variable, binary } = SERVERS[name];
  const named = process.env[variable];
  if (named && existsSync(named)) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, binary)).find(existsSync);
}

const canUseApt = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const missing = () => Object.keys(SERVERS).filter((name) => !findServer(name));

function installByApt(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: 'inherit' });
  apt('update');
  for (const name of names) {
    apt('install', '--yes', '--no-install-recommends', SERVERS[name].package);
  }
}

function ensure() {
  if (missing().length > 0 && canUseApt()) installByApt(missing());
  for (const name of Object.keys(SERVERS)) {
    const { variable, package: debian } = SERVERS[name];
    const found = findServer(name);
    console.log(
      found
        ? `servers: ${name} at ${found}`
        : `servers: ${name} is missing, its tests do not run. Install it (Debian: ${debian}) or point ${variable} at it.`,
    );
  }
  // Where they can be installed, a missing one is a failure and not a gap.
  return missing().length === 0 || !(process.env.CI === 'true' && canUseApt());
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--ensure')) {
  process.exitCode = ensure() ? 0 : 1;
}
