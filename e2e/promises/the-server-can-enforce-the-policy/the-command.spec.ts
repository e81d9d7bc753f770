// The command checks what a live page sends, takes up what a watch has seen, and says what it cannot do.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { World } from '../../support/world.ts';
import { headersFor, policyFor, written } from './policies.ts';

const check = (world: World, ...options: string[]) =>
  run(
    [
      'csp',
      '--policy',
      '-',
      '--own',
      world.widget.origin,
      '--check',
      world.host.origin,
      ...options,
    ],
    JSON.stringify({ policy: policyFor(world), endpoint: `${world.receiver.origin}/v1/logs` }),
  );

test('a page is compared with its policy, by its header or its element', async ({ world }) => {
  world.host.put('/', await written(world, '--format', 'meta'));
  expect(await check(world, '--granted', 'all')).toMatchObject({ code: 0, complained: '' });

  world.host.put('/', '<p>Shoes</p>', await headersFor(world));
  const closed = await check(world);
  expect(closed.code).toBe(1);
  expect(closed.printed).toMatch(
    /1 fault\n {2}open to video: script-src, .*: expected to allow service:video/,
  );

  world.host.put('/', '<p>Shoes</p>');
  expect((await check(world)).printed).toContain(
    'expected a Content Security Policy that is enforced',
  );

  world.host.put('/', '', { 'content-security-policy': "default-src 'self' evil.example" });
  expect((await check(world)).printed).toContain(
    'closed: script-src: expected not to allow evil.example',
  );
});

test('what a watch has seen opens with the service whose script asked for it', async ({
  world,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 's9-seen-'));
  const report = join(folder, 'report.json');
  const by = `the script ${world.thirdParty.origin}/a.js, line 1`;
  await writeFile(
    report,
    JSON.stringify([
      { url: 'https://pictures.example/a.jpg', by },
      { url: 'https://evil.example/', by: null },
    ]),
  );
  const args = ['csp', '--policy', '-', '--granted', 'all', '--from-watch', report];
  const { printed, complained } = await run(args, JSON.stringify(policyFor(world)));
  expect(printed).toContain('pictures.example wss://pictures.example');
  expect(printed).not.toContain('evil.example');
  expect(complained).toMatch(/lacks pictures\.example in the hosts of service:video/);
  expect(complained).toMatch(/evil\.example was asked for by nothing/);
  await rm(folder, { recursive: true });
});

test('it says what was expected, and what no such policy stops', async ({ world }) => {
  const policy = JSON.stringify(policyFor(world));
  const told = async (input: string, ...args: string[]) => {
    const { code, complained, printed } = await run(['csp', '--policy', '-', ...args], input);
    expect([code, printed]).toEqual([1, '']);
    return complained;
  };
  expect(await told(policy, '--format', 'iis')).toContain('format: expected one of header, meta');
  expect(await told(policy, '--own', 'https:')).toContain('own[0]: expected a host or an address');
  expect(await told('{', '--format', 'meta')).toContain('- is not JSON');
  expect(await told('{"policy":"/policy.json"}')).toContain('not the address of one');
  expect(await told('{"purposes":[{"id":"social","services":["youtub"]}]}')).toContain(
    'policy.purposes.social.services[0]: expected an id of the catalogue, such as youtube',
  );
  expect((await run(['csp'])).complained).toContain('--policy: expected a file');
  expect((await run(['csp', '--help'])).printed).toContain('--from-watch');
  const { complained } = await run(['csp', '--policy', '-'], policy);
  expect(complained).toMatch(/WebRTC[^]*Navigation[^]*Hints/);
});

/** Inside the package, where it is found by its own name. */
const BUILT = resolve('dist');

test('the code it writes for a server runs, and so does that of its page', async ({ world }) => {
  const folder = await mkdtemp(join(BUILT, 's9-server-'));
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return import(pathToFileURL(join(folder, name)).href) as Promise<Record<string, never>>;
  };
  await writeFile(join(folder, 'policy.json'), JSON.stringify(policyFor(world)));
  const code = await run(['csp', '--policy', 'policy.json', '--format', 'express'], '', folder);
  const { consentCsp } = (await put('express.mjs', code.printed)) as unknown as {
    consentCsp(request: object, response: object, next: () => void): void;
  };
  const sent: Record<string, string> = {};
  const set = (name: string | object, value?: string) =>
    void Object.assign(sent, typeof name === 'string' ? { [name]: value } : name);
  const cookie = 's9-consent=policy=1&granted=service:video&decided=2026-01-01&until=2099-01-01';
  const response = { set, vary: (name: string) => set('Vary', name) };
  let wentOn = 0;
  consentCsp({ headers: { cookie } }, response, () => (wentOn += 1));
  expect(wentOn).toBe(1);
  expect(sent['Content-Security-Policy']).toContain(new URL(world.thirdParty.origin).host);
  expect(sent).toMatchObject({ Vary: 'Cookie', 'Cache-Control': 'private, no-cache' });

  const [, example = ''] = /```js\n([^]*?)```/.exec(await readFile('docs/csp.md', 'utf8')) ?? [];
  const stage = 'const policy = {}, request = { headers: {} }, response = { set() {} };';
  await put('example.mjs', `${stage}\n${example}`);
  await rm(folder, { recursive: true });
});
