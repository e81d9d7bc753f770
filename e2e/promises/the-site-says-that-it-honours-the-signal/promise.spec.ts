// One command tells a site owner whether /.well-known/gpc.json says what it is meant to say.
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from 'playwright/test';
import { type Outcome, run } from '../../support/command.ts';
import { listen } from '../../support/server.ts';

const TEMPLATE = fileURLToPath(new URL('../../../docs/gpc/gpc.json', import.meta.url));
const YES = '{ "gpc": true, "lastUpdate": "2026-11-22" }';
const HONOURED = 'valid: it says that Global Privacy Control is honoured';
const NOT_HONOURED = 'valid, but it says that Global Privacy Control is not honoured';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string;
}

/** A site that gives these answers, by path, and nothing else. */
async function siteWith(answers: Readonly<Record<string, Answer>>) {
  const { port, close } = await listen(({ url = '' }, response) => {
    const {
      status = 200,
      type = 'application/json',
      location,
      body,
    } = answers[url] ?? { status: 404 };
    const headers = { ...(type && { 'content-type': type }), ...(location && { location }) };
    response.writeHead(status, headers).end(body);
  });
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** Where nobody listens: the port is taken by one end of a connection, so that no other test can get it. */
async function unanswered() {
  const { port, close } = await listen((_, response) => response.end());
  const held = connect(port, '127.0.0.1');
  await once(held, 'connect');
  return {
    origin: `http://127.0.0.1:${held.localPort}`,
    close: () => {
      held.destroy();
      return close();
    },
  };
}

const test = base.extend<{
  /** What the command says of a site with this file, or with these answers. */
  check: (answers: Readonly<Record<string, Answer>>, at?: string) => Promise<Outcome>;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
  check: async ({}, use) => {
    const open: (() => Promise<void>)[] = [];
    await use(async (answers, at = '') => {
      const { origin, close } = await siteWith(answers);
      open.push(close);
      return run(['gpc', origin + at]);
    });
    await Promise.all(open.map((close) => close()));
  },
});

const FILE = '/.well-known/gpc.json';

for (const [what, at, answers] of [
  ['as it should be', '', { [FILE]: { body: YES } }],
  ['whatever page of the site is named', '/shop?id=7#top', { [FILE]: { body: YES } }],
  [
    'after redirects',
    '',
    {
      [FILE]: { status: 301, location: '/moved' },
      '/moved': { status: 307, location: '/gpc' },
      '/gpc': { type: 'application/json; charset=utf-8', body: YES },
    },
  ],
] as const) {
  test(`S-01 a site that says yes, ${what}`, async ({ check }) => {
    expect(await check(answers, at)).toEqual({ printed: HONOURED, complained: '', code: 0 });
  });
}

test('S-01 a site that says no is told so plainly', async ({ check }) => {
  const body = YES.replace('true', 'false');
  const outcome = { printed: NOT_HONOURED, complained: '', code: 0 };
  expect(await check({ [FILE]: { body } })).toEqual(outcome);
});

test('S-01 every fault is named with what was expected', async ({ check }) => {
  const body = '{ "gpc": "yes", "lastUpdate": "22 November" }';
  const { printed, complained, code } = await check({ [FILE]: { type: 'text/html', body } });
  expect(printed.split('\n')).toEqual([
    'not valid: 3 faults',
    '  content-type: expected application/json, not text/html',
    '  gpc: expected true or false',
    '  lastUpdate: expected an RFC 3339 date (2026-11-22) or date-time (2026-11-22T10:00:00Z)',
  ]);
  expect([complained, code]).toEqual(['', 1]);
});

for (const [what, answer, says] of [
  ['no JSON', { body: '<!doctype html>' }, /the file: expected JSON \(/],
  ['a byte order mark', { body: `\ufeff${YES}` }, /the file: expected JSON \(/],
  ['a list', { body: '[]' }, /the file: expected an object/],
  ['nothing', {}, /the file: expected JSON \(/],
  ['no type', { type: '', body: YES }, /content-type: expected application\/json, not nothing/],
] as const) {
  test(`S-01 ${what} is a fault`, async ({ check }) => {
    const { printed, code } = await check({ [FILE]: answer });
    expect(printed).toMatch(/^not valid: 1 fault\n/);
    expect(printed).toMatch(says);
    expect(code).toBe(1);
  });
}

test('S-01 what could not be had is said', async ({ check }) => {
  const missing = await check({});
  expect(missing.complained).toMatch(/gpc\.json answered 404: expected 200/);
  const lost = await check({ [FILE]: { status: 302, location: '/nowhere' } });
  expect(lost.complained).toMatch(/\/nowhere answered 404: expected 200/);
  const endless = await check({ [FILE]: { status: 302, location: FILE } });
  expect(endless.complained).toMatch(/^cannot reach http.*: redirect/);
  const { origin, close } = await unanswered();
  const down = await run(['gpc', origin]);
  await close();
  expect(down.complained).toMatch(/^cannot reach http:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/);
  const wrong = await run(['gpc', 'https://']);
  expect(wrong.complained).toMatch(/^cannot reach https:\/\/: Invalid URL/);
  const noSite = await run(['gpc', 'shop.example']);
  expect(noSite.complained).toMatch(/^cannot read shop\.example: .*starts with https:/);
  for (const outcome of [missing, lost, endless, down, wrong, noSite]) {
    expect(outcome).toMatchObject({ printed: '', code: 1 });
  }
  expect((await run(['gpc'])).complained).toContain('Usage');
});

test('S-01 no more is read than a file can have, nor followed than leads to one', async ({
  check,
}) => {
  const long = await check({ [FILE]: { body: YES.padEnd(70_000) } });
  expect(long.complained).toMatch(/answered application\/json, more than 65536 bytes: expected/);
  const elsewhere = await check({
    [FILE]: { status: 302, location: 'ftp://shop.example/gpc.json' },
  });
  expect(elsewhere.complained).toMatch(
    /: redirects to ftp:\/\/shop\.example\/gpc\.json, which is not/,
  );
  const hops = Array.from({ length: 6 }, (_, at) => [`/${at}`, `/${at + 1}`] as const);
  const chain = Object.fromEntries(
    [[FILE, '/0'] as const, ...hops].map(([path, location]) => [path, { status: 302, location }]),
  );
  expect((await check(chain)).complained).toMatch(/: redirects more than 5 times$/);
  for (const outcome of [long, elsewhere]) expect(outcome).toMatchObject({ printed: '', code: 1 });
});

test('S-01 what a site says cannot move the cursor', async ({ check }) => {
  const body = '{"gpc": \u001b[2J\u009b1A\u202evalid\n';
  const { printed } = await check({ [FILE]: { body } });
  expect(printed.split('\n')).toHaveLength(2);
  expect(printed.replace('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
test('S-01 the template is valid once the day stands in it', async ({}, info) => {
  const asShipped = await run(['gpc', TEMPLATE]);
  expect(asShipped.printed).toMatch(/^not valid: 1 fault\n {2}lastUpdate: expected/);
  expect(asShipped.code).toBe(1);
  const file = info.outputPath('gpc.json');
  const filled = (await readFile(TEMPLATE, 'utf8')).replace('YYYY-MM-DD', '2026-11-22');
  await writeFile(file, filled);
  expect(await run(['gpc', file])).toEqual({ printed: HONOURED, complained: '', code: 0 });
  expect(await run(['gpc', '-'], filled)).toMatchObject({ printed: HONOURED, code: 0 });
});
