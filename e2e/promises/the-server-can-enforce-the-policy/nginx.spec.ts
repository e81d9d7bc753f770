// The real nginx, with what the command writes for it: closed until the cookie says yes, and then as it says.
import { readFile } from 'node:fs/promises';
import { findServer } from '../../../scripts/servers.mjs';
import { expect, settings, test } from '../../support/fixture.ts';
import { documentOf } from '../../support/markup.ts';
import type { World } from '../../support/world.ts';
import { startNginx } from './nginx-server.ts';
import { policyFor, undeclaredOrigin, written } from './policies.ts';
import { unmarked } from './unmarked.ts';

const binary = findServer('nginx');
test.skip(!binary, 'node scripts/servers.mjs --ensure says how to come by nginx');

/** What docs/csp.md says to put before the tag. */
async function reloader(): Promise<string> {
  const [, html = ''] =
    /```html\n(<script>[^]*?)```/.exec(await readFile('docs/csp.md', 'utf8')) ?? [];
  expect(html).toContain('location.reload()');
  return html;
}

async function pageOf(world: World, body: string): Promise<string> {
  const start = `${settings({ policy: policyFor(world), mirror: 'cookie' })}${await reloader()}{{tag}}`;
  return documentOf(start + body, {})
    .replaceAll('{{widget}}', world.widget.origin)
    .replaceAll('{{receiver}}', world.receiver.origin)
    .replaceAll('{{third-party}}', world.thirdParty.origin);
}

const KINDS = ['sync.js', 'image.svg', 'fetch'];

test('L-10 L-19 closed before the choice, opened by a yes, closed again by its withdrawal', async ({
  page,
  notice,
  law,
  world,
}) => {
  law.allow('cspReports', /./);
  law.allow('consoleErrors', /Content.Security.Policy|Refused|violates|blocked|fetch/i);
  law.allow('pageErrors', /fetch/);
  const body = `<iframe data-consent="social" data-src="{{third-party}}/video.html" width="400" height="300" title="A video"></iframe>
    ${unmarked(world.thirdParty.origin, 'granted', KINDS)}${unmarked(undeclaredOrigin(world), 'other', KINDS)}`;
  const index = await pageOf(world, body);
  const nginx = await startNginx(binary ?? '', await written(world, '--format', 'nginx'), {
    'index.html': index,
  });
  law.allow('early', /somebody else was asked/);
  const hits = (folder: string) => world.thirdParty.hits().filter((hit) => hit.includes(folder));

  await page.goto(nginx.origin);
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.accept();
  await expect
    .poll(() => hits('/granted/').toSorted())
    .toEqual(KINDS.map((kind) => `/granted/${kind}`).toSorted());
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await notice.permanentControl.click();
  await notice.press('withdraw');
  const closed = async () =>
    (await page.context().cookies(nginx.origin)).map(
      ({ value }) => /granted=[^&]*/.exec(value)?.[0],
    );
  await expect.poll(closed).toEqual(['granted=']);
  const before = hits('/granted/').length;
  await page.reload();
  await notice.permanentControl.waitFor();
  expect(hits('/granted/')).toHaveLength(before);
  expect(hits('/other/')).toEqual([]);
  await nginx.close();
});

test('F-13 a cookie opens what it names and is declared, and nothing else', async ({ world }) => {
  const nginx = await startNginx(binary ?? '', await written(world, '--format', 'nginx'), {
    'index.html': '<p>Shoes</p>',
  });
  const { host } = new URL(world.thirdParty.origin);
  const isOpenFor = async (cookie: string) => {
    const { headers } = await fetch(nginx.origin, { headers: { cookie } });
    expect(headers.get('vary')).toBe('Cookie');
    return headers.get('content-security-policy')?.includes(host);
  };
  expect(await isOpenFor('')).toBe(false);
  expect(
    await isOpenFor('a=1; s9-consent=policy=1&granted=social.service:video&until=2099-01-01'),
  ).toBe(true);
  expect(await isOpenFor('s9-consent=policy=1&granted=social&until=2099-01-01')).toBe(false);
  expect(await isOpenFor('s9-consent=policy=1&granted=service:video-2&until=2099-01-01')).toBe(
    false,
  );
  expect(await isOpenFor('xs9-consent=policy=1&granted=service:video')).toBe(false);
  expect(await isOpenFor('s9_consent=policy=1&granted=service:video')).toBe(false);
  await nginx.close();
});
