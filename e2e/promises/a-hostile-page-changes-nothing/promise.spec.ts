// Whatever the page did to the language before: the widget works, or at the least lets nothing through.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { HONEST, LYING } from './libraries.ts';

const PAGE = readFileSync(fileURLToPath(new URL('page.html', import.meta.url)), 'utf8');
const pageAfter = (script: string): string => PAGE.replace('{{hostile}}', () => script);

/** With these the widget never comes to an end. */
const NEVER = 'promises are never kept';

/** Says yes in the person's name, and when that has had its effect. */
const CONSENTING = `social9 = { queue: [(consent) => consent.accept().catch(() => 0).then(() => {
  document.documentElement.dataset.tried = ''; })] };`;

const ALL = ['/1.js', '/frame.html', '/picture.svg'];

for (const [what, script] of Object.entries(HONEST)) {
  test(`F-40 ${what}: a yes is recorded, then each tag comes once`, async ({
    page,
    visit,
    notice,
    records,
    world,
  }) => {
    const hits = (): string[] => world.thirdParty.hits().toSorted();
    await visit(pageAfter(script));
    await notice.asks();
    expect(hits()).toEqual([]);
    await notice.accept();
    await expect.poll(hits).toEqual(ALL);
    await expect(page.locator('#from-template')).toBeVisible();
    await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
    expect(world.receiver.events('s9.page_view')[0]?.attributes).toMatchObject({
      'url.domain': 'localhost',
      'url.path': '/',
    });
    await expect.poll(records).toHaveLength(1);
    await visit(pageAfter(''), { at: '/quiet' });
    await expect.poll(hits).toEqual([...ALL, ...ALL].toSorted());
    await notice.isSilent();
    await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
    await expect.poll(records).toHaveLength(2);
    const [given, withdrawn] = await records();
    expect(given).toMatchObject({
      source: 'accept-all',
      input: 'pointer',
      purposes: { analytics: true, social: true },
      services: { youtube: true, facebook: true },
      policyHash: withdrawn?.['policyHash'],
    });
    expect(given?.recordId).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(given?.['hash']).toMatch(/^[\da-f]{64}$/);
    expect(given?.['textHash']).toMatch(/^[\da-f]{64}$/);
    expect(withdrawn?.previous).toBe(given?.['hash']);
  });

  test(`F-40 ${what}: a no is kept`, async ({ visit, notice, records, world }) => {
    await visit(pageAfter(script));
    await notice.reject();
    await expect
      .poll(records)
      .toMatchObject([{ source: 'reject-all', purposes: { social: false } }]);
    await visit(pageAfter(script), { at: '/again' });
    await expect(notice.control('load-once')).toBeVisible();
    await notice.isSilent();
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

/** So many lies a test, one page after the other; what a lie does is the same in every engine. */
const AT_ONCE = 7;
const LIES = Object.entries(LYING);

for (let first = 0; first < LIES.length; first += AT_ONCE) {
  const lies = LIES.slice(first, first + AT_ONCE);
  const told = lies.map(([what]) => what).join(', ');
  test(`F-40 ${told}: nothing is released unasked, nor after a no`, async ({
    page,
    visit,
    notice,
    records,
    law,
    world,
  }) => {
    law.allow('pageErrors', /./);
    law.allow('consoleErrors', /./);
    const areSilent = async (at: string): Promise<void> => {
      for (const [what, script] of lies) {
        await visit(pageAfter(script), { at });
        const ends = what === NEVER ? '[data-loaded]' : '[data-ready]';
        await expect(page.locator(ends), what).toBeAttached();
        expect(world.thirdParty.hits(), what).toEqual([]);
        expect(world.receiver.deliveries(), what).toEqual([]);
        await expect(page.locator('[data-ran], #from-template'), what).toHaveCount(0);
      }
    };
    await areSilent('/');
    await visit(pageAfter(''), { at: '/quiet' });
    await notice.reject();
    await expect.poll(records).toHaveLength(1);
    await areSilent('/again');
    const [earliest] = await records();
    expect(earliest).toMatchObject({ source: 'reject-all' });
  });
}

/** Driven from outside, a visit in Firefox counts as a gesture. */
for (const what of ['every() is true', 'some() is false', 'includes() is true'] as const) {
  test(`F-40 ${what}: a script alone cannot consent`, async ({ page, visit, records, world }) => {
    await visit(pageAfter(`${LYING[what]};${CONSENTING}`));
    await expect(page.locator('[data-tried]')).toBeAttached();
    expect(await records()).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('F-40 a fetch that throws: all is released, nothing is told, and no error is ours', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  const throwing = `globalThis.fetch = () => {
    document.documentElement.dataset.fetched = '';
    throw new Error('not with me');
  };`;
  await visit(pageAfter(throwing));
  await notice.accept();
  await expect.poll(() => world.thirdParty.hits().toSorted()).toEqual(ALL);
  await expect(page.locator('[data-fetched]')).toBeAttached();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
  expect(world.receiver.deliveries()).toEqual([]);
});
