// Under the policy that the command writes, no unmarked request leaves the page before a yes, whatever its kind.
import type { Page } from 'playwright/test';
import { expect, type Law, settings, test } from '../../support/fixture.ts';
import type { World } from '../../support/world.ts';
import { headersFor, policyFor, undeclaredOrigin, written } from './policies.ts';
import { KINDS, unmarked } from './unmarked.ts';

const tried = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as unknown as { tried: Promise<unknown> }).tried);

/** What is refused here is meant to be. */
function expectRefusals(law: Law): void {
  law.allow('cspReports', /./);
  law.allow(
    'consoleErrors',
    /Content.Security.Policy|Refused|violates|blocked|Failed to load|fetch|WebSocket|EventSource/i,
  );
  law.allow('pageErrors', /./);
}

const hitsIn = ({ thirdParty }: World, folder: string): string[] =>
  thirdParty
    .hits()
    .filter((hit) => hit.includes(`/${folder}/`))
    .map((hit) => hit.slice(hit.lastIndexOf('/') + 1))
    .toSorted();

const ALL = [...KINDS].toSorted();

test('without it, each kind of unmarked request gets out', async ({ page, visit, law, world }) => {
  law.allow('early', /third party/);
  law.allow('consoleErrors', /./);
  law.allow('pageErrors', /./);
  await visit(unmarked(world.thirdParty.origin, 'unmarked'));
  await expect.poll(() => hitsIn(world, 'unmarked')).toEqual(ALL);
  await tried(page);
});

test('L-10 closed as a header, none of them does @engine', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  expectRefusals(law);
  await visit(unmarked(world.thirdParty.origin, 'unmarked'), { headers: await headersFor(world) });
  await tried(page);
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
});

test('L-10 closed as an element of the page, none of them does', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  expectRefusals(law);
  const meta = await written(world, '--format', 'meta', '--granted', 'necessary');
  const body = unmarked(world.thirdParty.origin, 'unmarked');
  await visit(
    `<html lang="en"><head>${meta}{{tag}}<title>Shop</title></head><body>${body}</body></html>`,
  );
  await tried(page);
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
});

test('L-20 after a yes exactly what was granted gets out, and nobody else hears a thing @engine', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  expectRefusals(law);
  const start = `${settings({ policy: policyFor(world) })}{{tag}}`;
  await visit(`${start}<p>Shoes</p>`, { headers: await headersFor(world) });
  await notice.accept();
  // Firefox calls a file changed whose page is left while it comes.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('-telemetry.js')),
  );
  const opened = { headers: await headersFor(world, '--granted', 'service:video') };
  await visit(start + unmarked(world.thirdParty.origin, 'granted'), opened);
  await expect.poll(() => hitsIn(world, 'granted')).toEqual(ALL);
  await tried(page);
  await visit(start + unmarked(undeclaredOrigin(world), 'other'), opened);
  await tried(page);
  await expect(notice.permanentControl).toBeVisible();
  expect(hitsIn(world, 'other')).toEqual([]);
});

for (const granted of ['necessary', 'all']) {
  test(`F-36 the widget works under it without a report, strict and with Trusted Types: ${granted}${granted === 'all' ? ' @engine' : ''}`, async ({
    page,
    visit,
    notice,
    records,
    ran,
    world,
  }) => {
    const strict = ['--strict', '--trusted-types', '--granted', granted];
    const markup = `${settings({ policy: policyFor(world) })}{{tag}}
      <script type="text/plain" data-consent="social" data-src="{{third-party}}/stats.js"></script>
      <iframe data-consent="social" data-src="{{third-party}}/video.html" width="400" height="300" title="A video"></iframe>`;
    await visit(granted === 'all' ? markup : '<p>Shoes</p>', {
      headers: await headersFor(world, ...strict),
    });
    await notice.accept();
    await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
    if (granted === 'all') {
      await expect.poll(ran).toEqual(['/stats.js']);
      await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
    }
    await notice.permanentControl.click();
    await expect(notice.panel).toBeVisible();
    await notice.press('withdraw');
    await expect.poll(records).toMatchObject([{ source: 'accept-all' }, { source: 'withdraw' }]);
  });
}
