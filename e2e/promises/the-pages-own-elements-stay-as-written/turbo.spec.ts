// Turbo 8: pages that stay one document, snapshots, morphs and permanent elements.
import type { Page } from 'playwright/test';
import { documentWith, HELD, held } from './held.ts';
import { load, ordinary, serve } from './sites.ts';
import { expect, softly, test } from './steps.ts';

const LINKS = ['a', 'b', 'c'].map((name) => `<a href="/${name}">${name}</a>`).join(' ');

const page = (name: string, body: string, head = ''): string =>
  documentWith(
    `<nav>${LINKS}</nav><main id="${name}">${body}</main>`,
    `${load('/turbo.js')}${ordinary('head')}${held('', "(globalThis.ran ??= []).push('head')")}` +
      `${held('data-src="{{third-party}}/head.js"')}${head}`,
  );

const BODY = `${ordinary('body')}${held('', "(globalThis.ran ??= []).push('body')")}`;

const PAGES = { '/a': page('a', BODY + HELD), '/b': page('b', BODY), '/c': page('c', BODY) };

async function go(tab: Page, name: string): Promise<void> {
  await tab.locator(`nav a[href="/${name}"]`).click();
  await expect(tab.locator(`main#${name}`)).toBeAttached();
  // A page from before is shown first, until its own has come.
  await tab.waitForFunction(
    () => !document.documentElement.matches('[data-turbo-preview], [aria-busy]'),
  );
}

const counted = (words: readonly string[], word: string): number =>
  words.filter((each) => each === word).length;

test('Turbo: a script in the head once, one in the body as often as an ordinary one @engine', async ({
  own,
  page: tab,
  world,
}) => {
  await serve(world, PAGES, '/turbo.js');
  const start = `${world.host.origin}/b`;
  const visits = ['c', 'b', 'c', 'b'];
  await own.withoutWidget(async () => {
    await tab.goto(start);
    await own.remember('b', 'body');
  });
  await tab.goto(start);
  await own.waits(0);
  await own.isAsWritten('held', 'b', 'body');
  await own.accept('nothing');
  await own.isAsWritten('released', 'b', 'body');
  for (const name of visits) await go(tab, name);
  const plain = await own.list('plain');
  expect(counted(plain, 'head')).toBe(1);
  await expect.poll(() => own.list('ran')).toContain('/head.js');
  await softly
    .poll(async () => counted(await own.list('ran'), 'body'))
    .toBe(counted(plain, 'body'));
  softly(counted(await own.list('ran'), 'head'), 'an inline one in the head').toBe(1);
  softly(world.thirdParty.count('/head.js'), 'an external one in the head').toBe(1);
  await own.isAsWritten('released', 'b', 'body');
});

test('Turbo: back to a page whose frame was held, after a yes elsewhere', async ({
  own,
  page: tab,
  notice,
  world,
}) => {
  await serve(world, PAGES, '/turbo.js');
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('a', 'body');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await go(tab, 'b');
  await notice.accept();
  await tab.goBack();
  await expect(tab.locator('main#a')).toBeAttached();
  await own.arrived();
  await own.isAsWritten('released', 'a', 'body');
  await own.hasPlaceholders(0);
  await own.withdraw();
  await own.isAsWritten('held', 'a', 'body');
  await go(tab, 'c');
  const hits = world.thirdParty.hits().length;
  await tab.goBack();
  await expect(tab.locator('main#a')).toBeAttached();
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', 'a', 'body');
  expect(world.thirdParty.hits()).toHaveLength(hits);
});

test('Turbo: a page that is copied while a file of ours is on its way runs no copy of it @engine', async ({
  page: tab,
  notice,
  world,
}) => {
  await serve(world, PAGES, '/turbo.js');
  await tab.goto(`${world.host.origin}/b`);
  await notice.accept();
  const letCome = world.widget.hold('s9-consent-preferences.js');
  await notice.permanentControl.click();
  const fetched = () =>
    world.widget.fetched().filter((name) => name === 's9-consent-preferences.js');
  await expect.poll(fetched).toHaveLength(1);
  await go(tab, 'c');
  letCome();
  await expect(notice.control('save')).toBeVisible();
  await tab.goBack();
  await expect(tab.locator('main#b')).toBeAttached();
  await tab.waitForFunction(() => !document.documentElement.matches('[aria-busy]'));
  expect(fetched()).toHaveLength(1);
});

test('Turbo: a page that is refreshed by a morph', async ({ own, page: tab, world }) => {
  const morph = '<meta name="turbo-refresh-method" content="morph">';
  await serve(world, { '/a': page('a', BODY + HELD, morph) }, '/turbo.js');
  const refresh = async () => {
    await tab.evaluate(async () => {
      const { Turbo } = globalThis as unknown as {
        Turbo: { visit(to: string, how: object): void };
      };
      const done = new Promise((resolve) => {
        document.addEventListener('turbo:render', resolve, { once: true });
      });
      Turbo.visit(location.href, { action: 'replace' });
      await done;
    });
  };
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('', 'body');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await refresh();
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', '', 'body');
  await own.accept();
  // The last of them: what comes later has not come twice.
  await softly.poll(() => own.list('ran')).toContain('/last.js');
  const before = { ran: await own.list('ran'), plain: await own.list('plain') };
  await refresh();
  await own.arrived();
  await own.isAsWritten('released', '', 'body');
  // Both are the elements they were: neither runs again.
  softly(await own.list('plain')).toEqual(before.plain);
  softly(await own.list('ran')).toEqual(before.ran);
  await own.withdraw();
  await own.isAsWritten('held', '', 'body');
});

test('Turbo: a permanent element is carried from page to page', async ({
  own,
  page: tab,
  world,
}) => {
  const player = `<div id="player" data-turbo-permanent>${HELD}</div>`;
  await serve(world, { '/a': page('a', player), '/b': page('b', player) }, '/turbo.js');
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('', '#player');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await go(tab, 'b');
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', '', '#player');
  await own.accept();
  await own.stood();
  await go(tab, 'a');
  await own.arrived();
  await own.isAsWritten('released', '', '#player');
  softly((await own.list('ran')).filter((word) => word !== 'head')).toEqual([
    '/head.js',
    '/first.js',
    'inline',
    '/last.js',
  ]);
  await own.withdraw();
  await own.isAsWritten('held', '', '#player');
});
