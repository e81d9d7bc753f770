// Starts a ClickHouse server of its own for tests and measurements: on this machine alone, small, gone at the end.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findServer } from './servers.mjs';

const HOST = '127.0.0.1';
const STARTS = 3;
const MEMORY_BYTES = 1_500_000_000;

/**
 * Below those that systems give to outgoing connections: one of these could hold the port while the server is down, and
 * it would not come up again.
 */
async function freePort() {
  const port = 10_000 + Math.floor(Math.random() * 20_000);
  const server = createServer().listen(port, HOST);
  const isFree = await new Promise((told) => {
    server.once('listening', () => told(true));
    server.once('error', () => told(false));
  });
  if (!isFree) return freePort();
  await new Promise((closed) => server.close(closed));
  return port;
}

const element = ([name, value]) => `<${name}>${value}</${name}>`;
const elements = (of) => Object.entries(of).map(element).join('\n');

const shard = ({ tcpPort }) =>
  `<shard><replica><host>${HOST}</host><port>${tcpPort}</port></replica></shard>`;

function writeConfig(folder, { httpPort, tcpPort }, cluster) {
  for (const name of ['data', 'tmp', 'log']) mkdirSync(join(folder, name), { recursive: true });
  const config = elements({
    logger: elements({
      level: 'warning',
      log: join(folder, 'log/server.log'),
      errorlog: join(folder, 'log/errors.log'),
    }),
    http_port: httpPort,
    tcp_port: tcpPort,
    listen_host: HOST,
    path: `${join(folder, 'data')}/`,
    tmp_path: `${join(folder, 'tmp')}/`,
    users_config: join(folder, 'users.xml'),
    default_profile: 'default',
    default_database: 'default',
    timezone: 'UTC',
    mark_cache_size: 16_777_216,
    max_concurrent_queries: 64,
    mlock_executable: false,
    remote_servers: elements({ s9: cluster.map(shard).join('') }),
  });
  const users = elements({
    profiles: elements({
      default: elements({
        max_memory_usage: MEMORY_BYTES,
        max_memory_usage_for_all_queries: MEMORY_BYTES,
        max_threads: 2,
      }),
    }),
    users: elements({
      default: `<password></password>${elements({
        networks: elements({ ip: HOST }),
        profile: 'default',
        quota: 'default',
      })}`,
    }),
    quotas: '<default></default>',
  });
  writeFileSync(join(folder, 'config.xml'), `<yandex>${config}</yandex>`);
  writeFileSync(join(folder, 'users.xml'), `<yandex>${users}</yandex>`);
}

/** Whatever becomes of this process, the server ends with it: its guard waits at the end of a pipe. */
const GUARD = '"$0" "$@" & server=$!; cat >/dev/null; kill -9 $server';

function spawnServer(folder) {
  const child = spawn(
    'sh',
    ['-c', GUARD, findServer('clickhouse'), `--config-file=${join(folder, 'config.xml')}`],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  child.stdin.on('error', () => {});
  const ended = new Promise((done) => child.once('exit', done));
  return {
    async end() {
      child.stdin.destroy();
      await ended;
    },
  };
}

const answers = (url) =>
  fetch(`${url}/ping`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Within a minute, or not at all: a port can have been taken meanwhile. */
async function isUp(url) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers(url)) return true;
    await pause(100);
  }
  return false;
}

async function start(cluster, index) {
  const folder = mkdtempSync(join(tmpdir(), 's9-clickhouse-'));
  const ports = cluster[index];
  writeConfig(folder, ports, cluster);
  const url = `http://${HOST}:${ports.httpPort}`;
  let running = spawnServer(folder);
  return {
    url,
    isUp: () => isUp(url),
    async kill() {
      await running.end();
    },
    async restart() {
      await running.end();
      running = spawnServer(folder);
      if (!(await isUp(url))) throw new Error(`ClickHouse: no answer from ${url} after a restart`);
    },
    async stop() {
      await running.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** So many servers that know each other as the cluster `s9`, one shard each. */
export async function startClickHouse(count = 1) {
  if (!findServer('clickhouse')) throw new Error('ClickHouse: expected a server, found none');
  for (let tries = 0; tries < STARTS; tries += 1) {
    const cluster = [];
    for (let index = 0; index < count; index += 1) {
      cluster.push({ httpPort: await freePort(), tcpPort: await freePort() });
    }
    const servers = await Promise.all(cluster.map((_, index) => start(cluster, index)));
    const up = await Promise.all(servers.map((server) => server.isUp()));
    if (up.every(Boolean)) return servers;
    await Promise.all(servers.map((server) => server.stop()));
  }
  throw new Error(`ClickHouse: ${count} started, and did not all answer`);
}
