// A released script has every attribute it was written with, and one that breaks stops no other.
import { createHash } from 'node:crypto';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/** What the third party answers for a script, as it says in the page what ran. */
const hashOf = (path: string): string =>
  `sha384-${createHash('sha384')
    .update(`(globalThis.ran ??= []).push(${JSON.stringify(path)});`)
    .digest('base64')}`;

const held = (attributes: string, text = ''): string =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;

interface Copy {
  readonly attributes: Record<string, string>;
  readonly nonce: string;
  readonly type: string;
}

/** Keeps what each script is that comes into the page: the one that runs is gone afterwards. */
const WATCHING = `<script>
  globalThis.copies = {};
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const script of addedNodes) {
      if (script.localName !== 'script' || !script.src) continue;
      const { nonce, type } = script;
      const attributes = Object.fromEntries([...script.attributes].map(({ name, value }) => [name, value]));
      copies[new URL(script.src).pathname] = { attributes, nonce, type };
    }
  }).observe(document, { childList: true, subtree: true });
</script>`;

const copyOf = (page: Page, path: string): Promise<Copy> =>
  page.evaluate(
    (name) => (globalThis as unknown as { copies: Record<string, Copy> }).copies[name] as Copy,
    path,
  );

const BOTH = 'crossorigin="anonymous" referrerpolicy="origin" importance="low" fetchpriority="low"';
const KEPT = {
  crossorigin: 'anonymous',
  referrerpolicy: 'origin',
  importance: 'low',
  fetchpriority: 'low',
};

for (const { path, written, type, kept } of [
  { path: '/async.js', written: 'async id="a" class="b"', type: '', kept: { id: 'a', class: 'b' } },
  { path: '/defer.js', written: 'defer', type: '', kept: { defer: '' } },
  { path: '/module.js', written: 'data-type="module"', type: 'module', kept: { type: 'module' } },
  { path: '/old.js', written: 'data-type="text/javascript"', type: 'text/javascript', kept: {} },
]) {
  test(`attributes of ${path}`, async ({ page, visit, notice, ran, world }) => {
    const integrity = hashOf(path);
    await visit(
      WATCHING +
        held(
          `${written} ${BOTH} nonce="n" integrity="${integrity}" data-src="{{third-party}}${path}"`,
        ),
    );
    await notice.accept();
    await expect.poll(ran).toEqual([path]);
    const src = world.thirdParty.origin + path;
    const { attributes, ...live } = await copyOf(page, path);
    const { async, ...found } = { async: undefined, ...attributes };
    expect(async).toBe(written.startsWith('async') ? '' : undefined);
    expect(found).toMatchObject({ ...KEPT, ...kept, integrity, src });
    expect(found).not.toHaveProperty('data-src');
    expect(live).toEqual({ nonce: 'n', type });
    await expect(page.locator(`script[src$="${path}"]:not([data-consent])`)).toHaveCount(0);
  });
}

/** Says in the page which scripts told that they were there, or failed. */
const TELLING = `<script>
  globalThis.told = [];
  for (const type of ['load', 'error'])
    document.addEventListener(type, ({ target }) =>
      target.src && told.push(type + ' ' + new URL(target.src).pathname), true);
</script>`;

const told = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as { told: string[] }).told]);

test('one that is missing, refused, cut off, faulty or throws stops no other @engine', async ({
  page,
  visit,
  notice,
  ran,
  world,
  law,
}) => {
  law.allow('consoleErrors', /404|integrity|Failed to load|CORS|Cross-Origin/);
  law.allow('cspReports', /integrity/);
  law.expectPageError(/thrown by the site/);
  law.expectPageError(/SyntaxError/);
  world.host.put('/throws.js', 'throw new Error("thrown by the site");');
  world.host.put('/faulty.js', 'const = ;');
  world.widget.sabotage('cut.js', 'aborted');
  const wrong = hashOf('/another.js');
  await visit(
    TELLING +
      held('data-src="/missing.js"') +
      held('data-src="{{third-party}}/1.js"') +
      held(`data-src="{{third-party}}/wrong.js" crossorigin integrity="${wrong}"`) +
      held('', 'globalThis.ran.push("2 inline");') +
      held('data-src="/throws.js"') +
      held('', 'throw new Error("thrown by the site");') +
      held('data-src="{{widget}}/cut.js" async') +
      held('data-src="{{third-party}}/3.js" data-type="module"') +
      held('data-src="/faulty.js" defer') +
      held('data-src="{{widget}}/cut.js?again"') +
      held('', 'globalThis.ran.push("4 inline");'),
  );
  await notice.accept();
  await expect.poll(ran).toEqual(['/1.js', '2 inline', '/3.js', '4 inline']);
  const all = ['error /cut.js', 'error /cut.js', 'error /missing.js', 'error /wrong.js'].concat([
    'load /1.js',
    'load /3.js',
    'load /faulty.js',
    'load /throws.js',
  ]);
  await expect
    .poll(async () => (await told(page)).filter((each) => !/s9-/.test(each)).toSorted())
    .toEqual(all);
});

test('one that waits for the page’s own beginning hears of it alone, where it asks for it @engine', async ({
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  const waits = (name: string) =>
    `document.addEventListener('DOMContentLoaded', () => (globalThis.ran ??= []).push('${name} ready'));
     addEventListener('load', () => (globalThis.ran ??= []).push('${name} loaded'));
     addEventListener('pageshow', () => (globalThis.ran ??= []).push('${name} shown'));`;
  world.host.put('/waits.js', waits('external'));
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await visit(
    `<script>${waits('page')}</script>` +
      held('data-consent-ready data-src="/waits.js"') +
      held('data-consent-ready', waits('inline')) +
      held('id="mute"', waits('mute')),
  );
  await expect.poll(ran).toEqual(['page ready', 'page loaded', 'page shown']);
  await notice.accept();
  await expect
    .poll(ran)
    .toEqual([
      'page ready',
      'page loaded',
      'page shown',
      'external ready',
      'external loaded',
      'external shown',
      'inline ready',
      'inline loaded',
      'inline shown',
    ]);
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringMatching(/<script id="mute">: .*data-consent-ready/)]);
});
