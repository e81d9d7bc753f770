// The commands `receive` and `stats`, as somebody runs them who has nothing but the package.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startClickHouse } from '../scripts/clickhouse-server.mjs';
import { findServer } from '../scripts/servers.mjs';
import { scratch } from './fakes.ts';

const COMMAND = fileURLToPath(new URL('../bin/social9-consent.mjs', import.meta.url));
const TOKEN = 'a-token-of-the-customer';

const env = { ...process.env, S9_RECEIVER_TOKEN: TOKEN };

async function run(...args: string[]) {
  return promisify(execFile)(process.execPath, [COMMAND, ...args], { env }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
}

/** A receiver that runs; its address is in what it says first. */
async function started(...args: string[]) {
  const child = spawn(process.execPath, [COMMAND, 'receive', '--port', '0', ...args], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout.setEncoding('utf8');
  const [said] = (await once(child.stdout, 'data')) as [string];
  return { child, origin: /http:\/\/[\d.:]+/.exec(said)?.[0] ?? said };
}

const stopped = async (child: ChildProcess) => {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  return await exit;
};

const view = (id: string) => ({
  timeUnixNano: `${Date.now()}000000`,
  eventName: 's9.page_view',
  attributes: [
    { key: 's9.event.id', value: { stringValue: id } },
    { key: 's9.record.id', value: { stringValue: `record-${id}` } },
    { key: 'url.path', value: { stringValue: '/read' } },
  ],
});

const post = (origin: string, ...ids: string[]) =>
  fetch(`${origin}/v1/logs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: ids.map(view) }] }] }),
  });

test('takes telemetry, tells the numbers, stops when it is told to, and goes on where it was', async () => {
  const folder = scratch(onTestFinished);
  const data = join(folder, 'data');
  const policy = join(folder, 'policy.json');
  writeFileSync(policy, '{"purposes":[{"id":"analytics","data":["page"]}]}');
  const first = await started('--policy', policy, '--data', data);
  expect((await post(first.origin, '1', '2', '3', '4', '5')).status).toBe(200);
  // Beside the one that runs.
  const stats = await run('stats', '--data', data);
  expect(stats.stdout).toMatch(/5 {2}views[^]*Pages\n {2}5 {2}\/read\n$/);
  const told = await run('stats', '--url', first.origin, '--json');
  expect(JSON.parse(told.stdout)).toMatchObject({ views: 5 });
  expect(await stopped(first.child)).toEqual([0, null]);
  const second = await started('--data', data);
  expect((await post(second.origin, '5', '6')).status).toBe(200);
  await stopped(second.child);
  const after = await run('stats', '--data', data, '--json');
  expect(JSON.parse(after.stdout)).toMatchObject({ views: 6 });
});

// Where there is no server: `node scripts/servers.mjs --ensure` says how to come by one.
test.skipIf(!findServer('clickhouse'))(
  'keeps in ClickHouse, and goes on where it was',
  async () => {
    const [server] = await startClickHouse();
    if (!server) throw new Error('expected a server');
    onTestFinished(() => server.stop());
    const first = await started('--clickhouse', server.url);
    expect((await post(first.origin, '1', '2', '3', '4', '5')).status).toBe(200);
    expect(await stopped(first.child)).toEqual([0, null]);
    const second = await started('--clickhouse', server.url, '--database', 'visits');
    expect((await post(second.origin, '5', '6')).status).toBe(200);
    const told = await run('stats', '--url', second.origin, '--json');
    expect(JSON.parse(told.stdout)).toMatchObject({ views: 6 });
    const other = await started('--clickhouse', server.url, '--database', 'another');
    const empty = await run('stats', '--url', other.origin, '--json');
    expect(JSON.parse(empty.stdout)).toMatchObject({ views: 0 });
    expect(await stopped(other.child)).toEqual([0, null]);
  },
);

test('every acknowledged event outlives being killed, again and again', async () => {
  const data = scratch(onTestFinished);
  let acknowledged = 0;
  let id = 0;
  for (let round = 0; round < 5; round++) {
    const { child, origin } = await started('--data', data);
    const gone = once(child, 'exit');
    let isAlive = true;
    const send = async () => {
      while (isAlive) {
        const ids = Array.from({ length: 20 }, () => `event-${(id += 1)}`);
        const response = await post(origin, ...ids).catch(() => undefined);
        if (response?.status === 200) acknowledged += ids.length;
        else isAlive = false;
        if (acknowledged >= 400 * (round + 1)) child.kill('SIGKILL');
      }
    };
    await Promise.all([send(), send(), send(), send()]);
    await gone;
  }
  // As if the last kill had fallen between two bytes of a line.
  appendFileSync(join(data, 'visits-00000001.jsonl'), '{"resourceLogs":[{"scopeLogs":[{"logRe');
  const { stdout } = await run('stats', '--data', data, '--json');
  const { views } = JSON.parse(stdout) as { views: number };
  expect(acknowledged).toBeGreaterThanOrEqual(2000);
  expect(views).toBeGreaterThanOrEqual(acknowledged);
  expect(views).toBeLessThanOrEqual(id);
});

test.each<[string[], RegExp]>([
  [['receive', '--prot', '1'], /^Unknown option '--prot': expected --port, --host/],
  [['receive', '--port', 'http'], /^--port: expected a number from 0 to 65535, not http$/],
  [['receive', '--policy', '/nowhere.json'], /^cannot read \/nowhere\.json: ENOENT/],
  [['receive', '--data', 'x', '--clickhouse', 'http://127.0.0.1:1'], /^--data, --clickhouse: exp/],
  [['receive', '--database', 'visits'], /^--database: expected --clickhouse <url> beside it$/],
  [['receive', '--clickhouse', '127.0.0.1:8123'], /^--clickhouse: expected an address as http/],
  [
    ['receive', '--clickhouse', 'http://me:secret@h'],
    /^--clickhouse: expected [^]*not in the addr/,
  ],
  [['receive', '--clickhouse', 'http://h/', '--database', '1'], /^--database: expected letters/],
  [
    ['receive', '--clickhouse', 'http://127.0.0.1:1'],
    /^--clickhouse http:\/\/127.0.0.1:1: .*REFUSED/,
  ],
  [['stats'], /^stats: expected either --data <folder> or --url/],
  [['stats', '--data', '/nowhere'], /^cannot read \/nowhere: ENOENT/],
  [['stats', '--data', '.', '--from', 'may'], /^--from: expected a date, as 2026-11-27, not may$/],
  [['stats', '--url', 'nonsense'], /^--url: expected the address of a receiver, not nonsense$/],
])('%j says what is wrong', async (args, words) => {
  const { stderr } = await run(...args);
  expect(stderr.trim()).toMatch(words);
});

test('a policy with faults is refused, each of them named', async () => {
  const policy = join(scratch(onTestFinished), 'policy.json');
  writeFileSync(policy, '{"ip":"hashed"}');
  expect((await run('receive', '--policy', policy)).stderr).toBe(
    `${policy} is not a valid policy\n  policy.ip: expected one of dropped, truncated, kept\n`,
  );
});

test('settings, as the page names them, are read for the policy in them', async () => {
  const folder = scratch(onTestFinished);
  const settings = join(folder, 'consent.json');
  writeFileSync(
    settings,
    '{"mirror":"cookie","policy":{"purposes":[{"id":"analytics","data":[]}]}}',
  );
  const { origin } = await started('--policy', settings, '--data', join(folder, 'data'));
  const refused = await post(origin, '1');
  expect(await refused.json()).toMatchObject({
    message: expect.stringMatching('to declare the data item page') as string,
  });
});
