// A tag meets the files of its own build and no others, whatever a cache has kept under their names.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { distFolder } from '../../support/widget-files.ts';
import type { World } from '../../support/world.ts';

const [TAG, UI] = ['s9-consent.js', 's9-consent-ui.js'];
const built = (name: string): string => readFileSync(join(distFolder, name), 'utf8');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Serves a build on the site itself, each file for a year, as many hosts do. */
function release(world: World, changed: Readonly<Record<string, string>> = {}): void {
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript',
  };
  for (const name of readdirSync(distFolder).filter((file) => file.endsWith('.js'))) {
    world.host.put(`/site/${name}`, changed[name] ?? built(name), headers);
  }
}

/** A build of another day: its banner's file is a byte longer. */
function earlier(): Record<string, string> {
  const ui = `${built(UI)}\n`;
  const tag = built(TAG).replaceAll(hashOf(built(UI)), hashOf(ui));
  expect(tag).not.toBe(built(TAG));
  return { [TAG]: tag, [UI]: ui };
}

const tagOf = (version: string): string =>
  `<script src="/site/${TAG}?ver=${version}" data-controller="Example Shop"></script>`;

/** Further files asked for from now on, name and query. */
function askedOn(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/s9-consent-[a-z]+\.js$/.test(pathname)) {
      asked.push(pathname.slice(pathname.lastIndexOf('/') + 1) + search);
    }
  });
  return asked;
}

test('F-34 after a new release the banner and the preferences open, though a cache has the old files @engine', async ({
  visit,
  notice,
  records,
  world,
}) => {
  release(world, earlier());
  await visit('<p>Shoes</p>', { tag: tagOf('1.0') });
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  release(world);
  await visit('<p>Shoes</p>', { at: '/next', tag: tagOf('1.1') });
  await notice.permanentControl.click();
  await notice.press('save');
  await expect.poll(records).toHaveLength(2);
});

test('each file is asked for by the hash of its bytes', async ({
  page,
  visit,
  notice,
  records,
}) => {
  const asked = askedOn(page);
  await visit('<p>Shoes</p><iframe data-consent="social" data-src="/film.html"></iframe>');
  await notice.press('choose');
  await notice.press('save');
  await expect.poll(records).toHaveLength(1);
  const names = ['answer', 'frames', 'preferences', 'release', 'ui'];
  await expect
    .poll(() => asked.toSorted())
    .toEqual(
      names.map((name) => `s9-consent-${name}.js?v=${hashOf(built(`s9-consent-${name}.js`))}`),
    );
});

test('the snippet of a build fetches its banner ahead, at the address that the tag asks for', async ({
  page,
  visit,
  notice,
}) => {
  const asked = askedOn(page);
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const snippet = built('snippet.html');
  expect(snippet).toContain(`/${UI}?v=`);
  await visit('<p>Shoes</p>', { tag: snippet.replaceAll('="/', '="{{widget}}/') });
  await notice.asks();
  // A tag that is there at once can ask beside it; the cache, which this server forbids, has it for both.
  expect(new Set(asked.filter((file) => file.startsWith(UI))).size).toBe(1);
  expect(warnings.filter((warning) => /preload/.test(warning))).toEqual([]);
});
