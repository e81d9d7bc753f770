// What leaves without a choice is named: where it goes, what asked; what is held or granted is not.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import { keepNamedOn, markedOn, namedOn } from './named.ts';

const WATCH = 's9-consent-watch.js';
const WATCHED = { tag: { 'data-watch': '' } } as const;

/** Path of each, and the element that asked; the host alone for a connection made ahead. */
const LEAKS: Readonly<Record<string, string>> = {
  '/': 'link',
  '/leak-beacon': '',
  '/leak-fetch': '',
  '/leak-frame.html': 'iframe',
  '/leak-image.svg': 'img',
  '/leak-script.js': 'script',
  '/leak-srcset.svg': 'img',
  '/leak-style.svg': '',
};

const elementsByPath = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await namedOn(page)).map(({ url, element }) => [new URL(url).pathname, element]),
  );

function tablesOf(page: Page): string[] {
  const tables: string[] = [];
  page.on('console', (message) => {
    if (/leak watch: \d+ request/.test(message.text())) tables.push(message.text());
  });
  return tables;
}

/** Somebody the policy does not name; the endpoint itself is the widget's own. */
const strangerOf = (origin: string): string => `${origin}/leak.svg`;

const addImage = (page: Page, src: string): Promise<void> =>
  page.evaluate((url) => {
    document.body.append(Object.assign(document.createElement('img'), { src: url, alt: '' }));
  }, src);

test.beforeEach(({ page }) => keepNamedOn(page));

test('F-33 L-22 whatever the page writes live is named, and nothing that is held @engine', async ({
  page,
  visit,
  notice,
  law,
}) => {
  law.expectEarly(/\/leak-/);
  const tables = tablesOf(page);
  await visit('page.html', WATCHED);
  await expect.poll(() => elementsByPath(page)).toEqual(LEAKS);
  for (const { reason, url } of await namedOn(page)) {
    expect(reason).toBe('leak');
    expect(url).not.toContain('person');
  }
  await expect.poll(() => tables.at(-1) ?? '').toContain('img#pixel');
  const last = tables.at(-1) ?? '';
  for (const path of Object.keys(LEAKS)) expect(last).toContain(path);
  expect(last).toContain('img#pixel');
  expect(last).toContain('can tell, not stop');
  expect(last).not.toContain('/held');
  await notice.asks();
});

test('L-10 the watch sends and keeps nothing', async ({ page, visit, law, world }) => {
  law.expectEarly(/\/leak-/);
  await visit('page.html', WATCHED);
  await expect.poll(() => elementsByPath(page)).toEqual(LEAKS);
  expect(world.receiver.deliveries()).toEqual([]);
  const kept = await page.evaluate(async () => [
    await indexedDB.databases(),
    localStorage.length,
    sessionStorage.length,
    document.cookie,
  ]);
  expect(kept).toEqual([[], 0, 0, '']);
});

test('without the setting nothing is named, and its file is not fetched', async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  law.expectEarly(/\/leak-/);
  const tables = tablesOf(page);
  await visit(`${settings({ watch: true })}{{tag}}<p>Shoes</p>`, {
    tag: { 'data-watch': 'false' },
  });
  await notice.asks();
  await visit('page.html');
  await notice.asks();
  await expect.poll(() => world.thirdParty.hits()).toContain('POST /leak-beacon');
  expect(world.widget.fetched()).not.toContain(WATCH);
  expect(await namedOn(page)).toEqual([]);
  expect(tables).toEqual([]);
});

test('F-33 what is marked is named where it does not wait as it should', async ({
  page,
  visit,
  law,
  world,
}) => {
  // One engine fetches it; no engine has to.
  law.allow('early', /\/live/);
  const tables: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('not as it should be')) tables.push(message.text());
  });
  const hosts = [new URL(world.receiver.origin).host];
  const purposes = [{ id: 'social', services: [{ id: 'youtube', hosts, data: ['ip'] }] }];
  await visit(
    `${settings({ policy: { purposes }, watch: true })}{{tag}}
    <iframe data-consent="social" data-src="{{third-party}}/frame.html" title="Undeclared"></iframe>
    <iframe data-consent="social" data-src="{{receiver}}/frame.html" title="Declared"></iframe>
    <template data-consent="social"><img src="{{receiver}}/live.svg" alt=""></template>
    <template data-consent="social"><img data-consent="social" data-src="{{receiver}}/held.svg" alt=""></template>`,
  );
  await expect
    .poll(() => markedOn(page))
    .toEqual(['live img /live.svg', 'undeclared iframe /frame.html']);
  await expect
    .poll(() => tables.join())
    .toMatch(/iframe .*frame\.html +no service .* names this host/);
  await expect.poll(() => tables.join()).toMatch(/img .*live\.svg +live in a template/);
});

test('F-33 what was granted is not named, on this page and on the next', async ({
  page,
  visit,
  notice,
  ran,
  records,
  world,
}) => {
  const leak = strangerOf(world.receiver.origin);
  await visit('held.html', WATCHED);
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect(page.getByAltText('A board')).toBeAttached();
  await addImage(page, leak);
  await expect.poll(() => namedOn(page)).toMatchObject([{ url: leak, reason: 'undeclared' }]);
  await expect.poll(records).toHaveLength(1);
  await visit('held.html', WATCHED);
  await expect.poll(ran).toEqual(['/stats.js']);
  await addImage(page, leak);
  await expect.poll(() => namedOn(page)).toMatchObject([{ url: leak }]);
});

test('L-19 what is asked after a withdrawal is named, with the service it belongs to', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  const hosts = [new URL(world.thirdParty.origin).host];
  const services = [{ id: 'youtube', hosts, data: ['ip'] }];
  const policy = { purposes: [{ id: 'social', services }] };
  await visit(`${settings({ policy })}{{tag}}<p>Shoes</p>`, WATCHED);
  await notice.accept();
  await expect(notice.permanentControl).toBeVisible();
  await addImage(page, `${world.thirdParty.origin}/granted.svg`);
  await expect.poll(() => world.thirdParty.count('/granted.svg')).toBe(1);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw' }]);
  await addImage(page, `${world.thirdParty.origin}/leak.svg`);
  await expect
    .poll(() => namedOn(page))
    .toMatchObject([{ reason: 'leak', service: 'youtube', element: 'img' }]);
  expect((await namedOn(page))[0]?.url).toContain('/leak.svg');
});

test('a host the settings name as the site’s own is not named', async ({
  page,
  visit,
  law,
  world,
}) => {
  law.expectEarly(/\/leak/);
  const own = [new URL(world.thirdParty.origin).host];
  const leak = strangerOf(world.receiver.origin);
  await visit(`${settings({ watch: { own } })}{{tag}}<img src="{{third-party}}/leak-not.svg" alt="">
    <img src="${leak}" alt="">`);
  await expect.poll(() => namedOn(page)).toMatchObject([{ url: leak }]);
});

test('F-36 what the page’s own policy stopped is told as stopped', async ({
  page,
  visit,
  law,
  world,
}) => {
  law.expectCspReport(/img-src/);
  law.allow('consoleErrors', /Content Security Policy|img-src/);
  const headers = { 'content-security-policy': "img-src 'self'" };
  await visit('<p>Shoes</p>', { ...WATCHED, headers });
  let tries = 0;
  await expect
    .poll(async () => {
      // What was stopped before the watch came may be listed without that.
      await addImage(page, `${world.thirdParty.origin}/leak-${++tries}.svg`);
      return namedOn(page);
    })
    .toContainEqual(expect.objectContaining({ blocked: true, element: 'img' }));
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-34 without the watch’s file the widget works', async ({
  visit,
  notice,
  law,
  world,
  ran,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage(WATCH, 'one-byte-changed');
  await visit('held.html', WATCHED);
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  expect(world.widget.fetched()).toContain(WATCH);
});

test('a value that is neither on nor off is refused by name', async ({
  visit,
  notice,
  law,
  world,
}) => {
  law.expectConsole(/watch: expected true or false/);
  await visit('<p>Shoes</p>', { tag: { 'data-watch': 'loud' } });
  await notice.asks();
  expect(world.widget.fetched()).not.toContain(WATCH);
});

test("L-25 the proof of a choice is the widget's own, what else goes there is not", async ({
  page,
  visit,
  notice,
  law,
  world,
}) => {
  law.aboutToGrant();
  const { origin } = world.receiver;
  await visit(`${settings({ proofEndpoint: `${origin}/proof`, watch: true })}{{tag}}<p>Shoes</p>`);
  await notice.reject();
  await expect.poll(() => world.receiver.events('s9.choice')).toHaveLength(1);
  await addImage(page, strangerOf(origin));
  await expect.poll(() => elementsByPath(page)).toEqual({ '/leak.svg': 'img' });
});
