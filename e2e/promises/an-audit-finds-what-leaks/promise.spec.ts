// The audit of a page finds each planted fault and no other; of a page without one it finds nothing.
import { findChromiumShell } from '../../../scripts/browsers.mjs';
import { type Outcome, run } from '../../support/command.ts';
import { expect, type Law, settings, test } from '../../support/fixture.ts';
import { documentOf } from '../../support/markup.ts';
import type { World } from '../../support/world.ts';

interface Found {
  findings: { kind: string; host: string; url: string; when: string[] }[];
  inventories: { moment: string; cookies: { name: string }[]; google: object | null }[];
  suggestion: { services: string[]; unknown: { hosts: string[] }[] };
  csp: string;
}

const browser = findChromiumShell();
const audit = (world: World, ...options: string[]): Promise<Outcome> =>
  run(['audit', world.host.origin, ...(browser ? ['--browser', browser] : []), ...options]);

/** The audit says yes by itself, in a browser of its own. */
function put(world: World, law: Law, body: string, given: object = {}): void {
  law.aboutToGrant();
  const services = [
    { id: 'video', name: 'Video', hosts: [new URL(world.thirdParty.origin).host], data: ['ip'] },
  ];
  const policy = { purposes: [{ id: 'social', recipients: ['Video'], services }] };
  world.host.put('/', documentOf(`${settings({ ...given, policy })}{{tag}}${body}`, {}));
}

const MARKED = `<iframe data-consent="social" data-src="{{third-party}}/video.html" width="400" height="300" title="A video"></iframe>
  <script type="text/plain" data-consent="social" data-src="{{third-party}}/stats.js"></script>`;

test('L-10 L-19 a page whose marks are right has no finding', async ({ law, world }) => {
  put(world, law, MARKED, { proofEndpoint: `${world.receiver.origin}/v1/logs`, mirror: 'cookie' });
  const { printed, complained, code } = await audit(world);
  expect([code, complained]).toEqual([0, '']);
  expect(printed).toContain('nothing found');
  for (const moment of ['before the choice', 'after no', 'after yes', 'after withdrawal']) {
    expect(printed).toContain(moment);
  }
  expect(printed).toContain("default-src 'self' http://127.0.0.1");
  expect(world.thirdParty.hits()).toContain('/video.html');
});

test('L-10 each of three planted faults is found, and nothing else', async ({ law, world }) => {
  const other = world.thirdParty.origin.replace('video.', 'pixel.');
  put(
    world,
    law,
    `${MARKED}<img src="${other}/pixel.svg?id=1" alt="" id="forgotten">
    <script>document.cookie = '_visitor=1; max-age=9999'</script>
    <script>
      const consented = { ad_storage: 1 };
      window.google_tag_data = { ics: { getConsentState: (key) => consented[key] ?? 2 } };
    </script>`,
  );
  const { printed, code } = await audit(world, '--json');
  expect(code).toBe(1);
  const { findings, suggestion, inventories } = JSON.parse(printed) as Found;
  expect(findings.map(({ kind, when }) => [kind, when])).toEqual([
    ['image', ['before the choice']],
    ['cookie', ['before the choice', 'after yes']],
    ['google', ['before the choice', 'after no', 'after withdrawal']],
  ]);
  expect(findings[0]?.url).toBe(`${other}/pixel.svg`);
  expect(suggestion.unknown).toMatchObject([{ hosts: [new URL(other).host] }]);
  expect(inventories.map(({ moment }) => moment)).toHaveLength(4);
  expect(inventories[2]?.google).toMatchObject({ ad_storage: 'granted', ad_user_data: 'denied' });
});

test('it says what stands in its way', async ({ law, world }) => {
  const gone = await run([
    'audit',
    'http://127.0.0.1:9/',
    ...(browser ? ['--browser', browser] : []),
  ]);
  expect([gone.code, gone.complained]).toEqual([
    2,
    expect.stringContaining('cannot reach http://127.0.0.1:9/'),
  ]);
  const none = await run(['audit', world.host.origin, '--browser', '/nowhere/chrome']);
  expect([none.code, none.complained]).toEqual([2, expect.stringContaining('not /nowhere/chrome')]);
  expect((await run(['audit', 'site.example'])).complained).toContain('https://, not site.example');
  law.aboutToGrant();
  const missing = await audit(world);
  expect([missing.code, missing.complained]).toEqual([2, expect.stringContaining('answered 404')]);
  world.host.put('/', '<p>Shoes</p>');
  const plain = await audit(world, '--widget-ms', '1000');
  expect([plain.code, plain.complained]).toEqual([2, expect.stringContaining('no widget at')]);
});
