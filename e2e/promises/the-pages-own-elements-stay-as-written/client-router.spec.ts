// A client-side router that exchanges head and body, as Astro's does.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { documentWith, HELD, held } from './held.ts';
import { ordinary, serve } from './sites.ts';
import { expect, softly, test } from './steps.ts';

const page = (name: string, body: string): string =>
  documentWith(
    `<main id="${name}">${ordinary(name)}${held('', `(globalThis.ran ??= []).push('${name}')`)}${body}</main>`,
    `${ordinary('head')}${held('', "(globalThis.ran ??= []).push('head')")}<script src="/router.js" defer></script>`,
  );

const go = (tab: Page, path: string): Promise<void> =>
  tab.evaluate(
    (to) => (globalThis as unknown as { navigate(to: string): Promise<void> }).navigate(to),
    path,
  );

test('a router exchanges the body', async ({ own, page: tab, world }) => {
  world.host.put(
    '/router.js',
    await readFile(new URL('apps/client-router.js', import.meta.url), 'utf8'),
  );
  await serve(world, { '/a': page('a', HELD), '/b': page('b', '') });
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('a', 'body');
    await go(tab, '/b');
    await own.remember('b', 'body');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await own.isAsWritten('held', 'a', 'body');
  await go(tab, '/b');
  await own.hasPlaceholders(0);
  await own.isAsWritten('held', 'b', 'body');
  await go(tab, '/a');
  await own.waits();
  await own.isAsWritten('held', 'a', 'body');
  await own.accept();
  await own.isAsWritten('released', 'a', 'body');
  const before = (await own.list('plain')).length;
  for (const name of ['b', 'a', 'b', 'a']) {
    await go(tab, `/${name}`);
    await expect(tab.locator(`main#${name}`)).toBeAttached();
    if (name === 'a') await own.arrived();
    await own.isAsWritten('released', name, 'body');
  }
  const plain = (await own.list('plain')).slice(before);
  softly(plain).toEqual(['b', 'a', 'b', 'a']);
  const expected = ['head', 'a', ...plain];
  const words = async () => (await own.list('ran')).filter((word) => /^(head|[ab])$/.test(word));
  await softly.poll(words).toEqual(expected);
  await own.withdraw();
  await own.isAsWritten('held', 'a', 'body');
  await go(tab, '/b');
  await go(tab, '/a');
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', 'a', 'body');
  await softly.poll(words).toEqual(expected);
});
