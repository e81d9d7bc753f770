// htmx 2: links that exchange the body, its own history, and swaps by morphing.
import type { Page } from 'playwright/test';
import { documentWith, HELD, held } from './held.ts';
import { load, ordinary, serve } from './sites.ts';
import { expect, softly, test } from './steps.ts';

const LINKS = ['a', 'b'].map((name) => `<a href="/${name}">${name}</a>`).join(' ');

const page = (name: string, body: string): string =>
  documentWith(
    `<div id="site" hx-boost="true" hx-target="#site" hx-select="#site" hx-swap="outerHTML" hx-ext="morph">
       <nav>${LINKS}</nav><main id="${name}">${ordinary(name)}${held('', `(globalThis.ran ??= []).push('${name}')`)}${body}</main>
     </div>`,
    load('/htmx.js', '/idiomorph-ext.js'),
  );

const PAGES = { '/a': page('a', HELD), '/b': page('b', '') };

async function go(tab: Page, name: string): Promise<void> {
  await tab.locator(`nav a[href="/${name}"]`).click();
  await arrived(tab, name);
}

async function arrived(tab: Page, name: string): Promise<void> {
  await expect(tab.locator(`main#${name}`)).toBeAttached();
  // Its classes for what is on the way, and for what has just come, are gone.
  await expect(tab.locator('[class*="htmx-"]')).toHaveCount(0);
}

test('htmx: boosted links, and back by its own history', async ({ own, page: tab, world }) => {
  await serve(world, PAGES, '/htmx.js', '/idiomorph-ext.js');
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('a', 'main');
    await go(tab, 'b');
    await own.remember('b', 'main');
    await tab.goBack();
    await arrived(tab, 'a');
    await own.isAsWritten('held', 'a', 'main');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await own.isAsWritten('held', 'a', 'main');
  await go(tab, 'b');
  await own.hasPlaceholders(0);
  await own.accept('nothing');
  await expect.poll(() => own.list('ran')).toEqual(['b']);
  await tab.goBack();
  await arrived(tab, 'a');
  await own.arrived();
  await own.hasPlaceholders(0);
  await own.isAsWritten('released', 'a', 'main');
  await go(tab, 'b');
  await own.isAsWritten('released', 'b', 'main');
  await go(tab, 'a');
  await own.arrived();
  await own.isAsWritten('released', 'a', 'main');
  await go(tab, 'b');
  await tab.goBack();
  await arrived(tab, 'a');
  await own.arrived();
  await own.isAsWritten('released', 'a', 'main');
  // Until the answer on `b` the ordinary ones had run on `a` and on `b`, and the held ones on neither.
  const plain = (await own.list('plain')).slice(1);
  await softly
    .poll(async () => (await own.list('ran')).filter((word) => /^[ab]$/.test(word)))
    .toEqual(plain);
  await own.withdraw();
  await own.isAsWritten('held', 'a', 'main');
});

for (const [what, swap] of [
  ['a swap', 'innerHTML'],
  // As Idiomorph by itself does it.
  ['a morph', 'morph:innerHTML'],
] as const) {
  test(`htmx: ${what} of the part around held elements`, async ({ own, page: tab, world }) => {
    const part = `<main id="part">${ordinary('part')}${HELD}</main>`;
    const whole = documentWith(
      `<div hx-ext="morph"><button hx-get="/part" hx-target="#part" hx-select="#part > *"
         hx-swap="${swap}">Again</button>${part}</div>`,
      load('/htmx.js', '/idiomorph-ext.js'),
    );
    await serve(
      world,
      { '/a': whole, '/part': `<html>${part}</html>` },
      '/htmx.js',
      '/idiomorph-ext.js',
    );
    const again = async () => {
      const done = tab.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('htmx:afterSettle', resolve, { once: true });
          }),
      );
      await tab.getByText('Again').click();
      await done;
      await arrived(tab, 'part');
    };
    await own.withoutWidget(async () => {
      await tab.goto(`${world.host.origin}/a`);
      await own.remember('', 'main');
      await again();
      await own.isAsWritten('held', '', 'main');
    });
    await tab.goto(`${world.host.origin}/a`);
    await own.waits();
    await again();
    await own.hasPlaceholders(1);
    await own.isAsWritten('held', '', 'main');
    await own.accept();
    const before = (await own.list('plain')).length;
    await again();
    await own.arrived();
    await own.isAsWritten('released', '', 'main');
    // The ordinary one beside them says whether they are new.
    await own.runs(1 + (await own.list('plain')).length - before);
    await own.withdraw();
    await own.isAsWritten('held', '', 'main');
  });
}

test('htmx: back to a page whose frame was shown, after a withdrawal elsewhere', async ({
  own,
  page: tab,
  world,
}) => {
  await serve(world, PAGES, '/htmx.js', '/idiomorph-ext.js');
  await own.withoutWidget(async () => {
    await tab.goto(`${world.host.origin}/a`);
    await own.remember('a', 'main');
  });
  await tab.goto(`${world.host.origin}/a`);
  await own.waits();
  await own.accept();
  await go(tab, 'b');
  await own.withdraw(0);
  await tab.goBack();
  await arrived(tab, 'a');
  await own.hasPlaceholders(1);
  await own.isAsWritten('held', 'a', 'main');
});
