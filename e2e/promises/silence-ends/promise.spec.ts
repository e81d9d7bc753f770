// Where the widget cannot work, the site owner is told in one line what is wrong and what to write.

import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, settings, test } from '../../support/fixture.ts';
import { distFolder } from '../../support/widget-files.ts';

const HELD =
  '<script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push("ok")</script>';
const built = (): string => readFileSync(join(distFolder, 's9-consent.js'), 'utf8');
/** A file is named, the tag is not. */
const LINE = /^Social9 Consent: no (tag|http.*\.js\S*)\. .*<script src="\/s9-consent\.js">/;

test('a tag that is a module finds itself, and its settings @engine', async ({
  page,
  visit,
  notice,
  ran,
}) => {
  await visit(HELD, { tag: { type: 'module', 'data-layout': 'box' } });
  await notice.asks();
  await expect(notice.element).toContainText('Example Shop asks');
  await notice.accept();
  await expect.poll(ran).toEqual(['ok']);
  expect(await page.evaluate(() => 'social9' in globalThis)).toBe(true);
});

test('a tag that a loader fetches and runs finds the element that names it', async ({
  visit,
  notice,
  world,
}) => {
  world.host.put('/s9-consent.js', built());
  const loader = `<script>fetch('/s9-consent.js').then((all) => all.text()).then(globalThis.eval)</script>`;
  // Not run by the browser: a loader keeps it back under another type.
  await visit(HELD, {
    tag: `${loader}<script type="late" src="{{widget}}/s9-consent.js"></script>`,
  });
  await notice.asks();
});

for (const [how, tag] of Object.entries({
  'is written into the page': `<script data-controller="Example Shop">${built().replaceAll('</script', '<\\/script')}</script>`,
  'is run by a loader': `<script>fetch('/s9-consent.js').then((all) => all.text()).then(globalThis.eval)</script>`,
  'is bundled with other scripts': '<script src="/all.js"></script>',
  'was copied without its files': '<script src="/s9-consent.js"></script>',
})) {
  test(`F-34 a tag that ${how} says so in one line, and holds`, async ({
    page,
    visit,
    notice,
    world,
    law,
    ran,
  }) => {
    law.expectConsole(LINE);
    law.allow('consoleErrors', /404/);
    world.host.put('/s9-consent.js', built());
    world.host.put('/all.js', `var theme = 1;\n${built()};\nvar slider = 2;`);
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await visit(HELD, { tag });
    await expect.poll(() => lines.filter((line) => LINE.test(line)).length).toBeGreaterThan(0);
    expect(await ran()).toEqual([]);
    await notice.isSilent();
  });
}

test('a page from disk asks, and a yes counts @engine', async ({ page, notice, ran, law }) => {
  const folder = await mkdtemp(join(tmpdir(), 's9-disk-'));
  try {
    await cp(distFolder, folder, { recursive: true });
    const file = join(folder, 'index.html');
    await writeFile(
      file,
      `<!doctype html><html lang="en"><title>Shop</title><script src="s9-consent.js"></script>${HELD}`,
    );
    law.aboutToGrant();
    await page.goto(pathToFileURL(file).href);
    await notice.accept();
    await expect.poll(ran).toEqual(['ok']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an attribute of ours that is misspelt is told where settings are checked, another’s never', async ({
  page,
  visit,
  notice,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const attributes = { 'data-endpont': '/v1/logs', 'data-cfasync': 'false', 'data-watch': 'false' };
  await visit(HELD, { tag: attributes });
  await notice.asks();
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringMatching(/^Social9 Consent: .*\bendpont$/)]);
});

test('settings that stand after the tag are not read, and say so, whatever stood before it', async ({
  page,
  visit,
  notice,
  law,
}) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  law.expectConsole(/^Social9 Consent: <script data-s9-config> after the tag is not read/);
  const count = () => told.filter((line) => line.includes('data-s9-config')).length;
  await visit(`{{tag}}${settings({ layout: 'dialog' })}`);
  await notice.asks();
  await expect.poll(count).toBe(1);
  await visit(`${settings({ layout: 'box' })}{{tag}}<p>Shoes</p>${settings({ layout: 'dialog' })}`);
  await notice.asks();
  await expect.poll(count).toBe(2);
  // What a deferred one finds has been parsed.
  await visit(`{{tag}}<p>Shoes</p>${settings({ layout: 'box' })}`, { tag: { defer: '' } });
  await notice.asks();
  expect(count()).toBe(2);
});
