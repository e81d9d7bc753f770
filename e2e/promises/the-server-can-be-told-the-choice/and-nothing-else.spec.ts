// The cookie for the server is no source of consent, outlives no choice, and breaks no page.
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { changesOn, cookiesOf, grantedIn, leave } from './mirrored.ts';

const PLAIN = '<p>Shoes</p>';
const withMirror = (mirror: string): string => `${settings({ mirror })}{{tag}}${PLAIN}`;

test('F-13 a forged cookie grants nothing, and is taken away', async ({
  context,
  visit,
  notice,
  state,
  ran,
  world,
}) => {
  await leave(context, world);
  await visit();
  await notice.asks();
  expect(await state()).toMatchObject({
    decided: false,
    recordId: null,
    purposes: { analytics: false, social: false },
  });
  expect(await ran()).toEqual([]);
  await expect.poll(() => cookiesOf(context, world)).toEqual([]);
});

test('F-13 a choice that ends with the page is not told', async ({
  context,
  page,
  visit,
  notice,
  state,
  world,
}) => {
  await leave(context, world);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const changes = await changesOn(page);
  await visit();
  await notice.accept();
  await expect.poll(changes).toBe(1);
  expect(await state()).toMatchObject({ decided: true, storage: 'memory' });
  expect(await cookiesOf(context, world)).toEqual([]);
});

test('F-01 where cookies cannot be written the choice counts all the same', async ({
  context,
  page,
  visit,
  notice,
  ran,
  records,
  world,
}) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('Access is denied for this document', 'SecurityError');
    };
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
  });
  const changes = await changesOn(page);
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(changes).toBe(1);
  await expect.poll(records).toHaveLength(1);
  expect(await cookiesOf(context, world)).toEqual([]);
});

test('F-02 a sandboxed frame breaks nothing', async ({ context, page, visit, world }) => {
  const tag = '<script src="{{widget}}/s9-consent.js"></script>';
  world.host.put('/inside', withMirror('cookie').replace('{{tag}}', tag));
  await visit('<iframe sandbox="allow-scripts" src="/inside"></iframe>', { tag: false });
  const found = await page.frames()[1]?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    return consent.ready;
  });
  expect(found).toMatchObject({ decided: false });
  expect(await cookiesOf(context, world)).toEqual([]);
});

test('F-36 a strict page stays strict', async ({ context, visit, notice, world }) => {
  world.host.put('/settings.json', '{ "mirror": "cookie" }');
  const csp =
    "default-src 'none'; img-src {{page}}/favicon.ico; script-src {{widget}}; connect-src {{page}} {{receiver}}; require-trusted-types-for 'script'";
  await visit(PLAIN, {
    headers: { 'content-security-policy': csp },
    tag: { 'data-config': '/settings.json' },
  });
  await notice.choose('analytics');
  await expect.poll(() => grantedIn(context, world)).toBe('analytics');
});

for (const [what, markup, tag] of [
  ['without the setting', PLAIN, {}],
  ['"mirror": "none"', withMirror('none'), {}],
  ['data-mirror on the tag, which is somebody else’s', PLAIN, { 'data-mirror': 'cookie' }],
] as const) {
  test(`${what}: no cookie`, async ({ context, page, visit, notice, world }) => {
    const changes = await changesOn(page);
    await visit(markup, { tag });
    await notice.reject();
    await expect.poll(changes).toBe(1);
    expect(await cookiesOf(context, world)).toEqual([]);
  });
}

test('a value that is none is named, and there is no cookie', async ({
  context,
  page,
  visit,
  notice,
  law,
  world,
}) => {
  law.expectConsole(/mirror: expected one of none, cookie/);
  const changes = await changesOn(page);
  await visit(withMirror('localStorage'));
  await notice.accept();
  await expect.poll(changes).toBe(1);
  expect(await cookiesOf(context, world)).toEqual([]);
});
