// Head, end of body, async, defer, by a script, by document.write, twice: the same widget, once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';
import { distFolder } from '../../support/widget-files.ts';

const PAGE = readFileSync(fileURLToPath(new URL('page.html', import.meta.url)), 'utf8');
const pageWith = (head: string, body = ''): string =>
  PAGE.replace('{{head}}', () => head).replace('{{body}}', () => body);

const SRC = '{{widget}}/s9-consent.js';
const ENDPOINT = 'data-endpoint="{{receiver}}/v1/logs"';
const tag = (more = ''): string => `<script src="${SRC}" ${ENDPOINT} ${more}></script>`;
const insertedBy = (when: string): string => `<script>
  const insert = () => {
    const tag = document.createElement('script');
    tag.src = '${SRC}';
    tag.dataset.endpoint = '{{receiver}}/v1/logs';
    document.head.append(tag);
  };
  ${when};
</script>`;
const WRITTEN = `<script>document.write('<script src="${SRC}" ${ENDPOINT}><\\/script>')</script>`;
const KEEP_FIRST = '<script>globalThis.first = social9.consent</script>';

const PLACES = {
  'in the head': pageWith(tag()),
  'with async': pageWith(tag('async')),
  'with defer': pageWith(tag('defer')),
  'at the end of the body': pageWith('', tag()),
  'inserted by a script in the head': pageWith(insertedBy('insert()')),
  'inserted by a script after the load': pageWith(insertedBy("addEventListener('load', insert)")),
  'through document.write in the head @engine': pageWith(WRITTEN),
  'through document.write in the body': pageWith('', WRITTEN),
  'F-32 twice': pageWith(tag() + KEEP_FIRST, tag()),
  'F-32 twice, both async': pageWith(tag('async') + tag('async')),
};

for (const [place, markup] of Object.entries(PLACES)) {
  test(`F-33 ${place}`, async ({ page, visit, notice, law, ran, records, world }) => {
    await visit(markup, { tag: false });
    await notice.asks();
    await expect(notice.element).toHaveCount(1);
    await expect(notice.control('reject')).toHaveCount(1);
    expect(world.thirdParty.hits()).toEqual([]);
    law.aboutToGrant();
    // How one says yes is no matter here: on the site's own button nothing has to rest.
    await page.getByText('Yes to all of it').click();
    await expect.poll(ran).toEqual(['/stats.js']);
    await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
    await expect.poll(records).toHaveLength(1);
    const isFirst = await page.evaluate(() => {
      const { first, social9 } = globalThis as unknown as WithApi & { first?: Consent };
      return first === undefined || first === social9.consent;
    });
    expect(isFirst).toBe(true);
  });
}

test('what was queued before it loads is called with its API, in order', async ({
  page,
  visit,
  state,
}) => {
  const queue = `<script>
    window.social9 = { queue: [] };
    social9.queue.push((consent) => { globalThis.calls = [typeof consent.allows]; });
    social9.queue.push((consent) => { globalThis.given = consent; });
  </script>`;
  const late = '<script>social9.queue.push((consent) => calls.push("late"))</script>';
  await visit(pageWith(queue + tag('async')), { tag: false });
  await state();
  const seen = await page.evaluate(() => {
    const { calls, given, social9 } = globalThis as unknown as WithApi & {
      calls: string[];
      given: Consent;
    };
    return { calls, isSame: given === social9.consent };
  });
  expect(seen).toEqual({ calls: ['function'], isSame: true });
  await visit(pageWith(queue + tag(), late), { tag: false });
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls))
    .toEqual(['function', 'late']);
});

test("a queued function that throws is the site's error, and the next one still runs", async ({
  page,
  visit,
  state,
  law,
}) => {
  law.expectPageError(/mine/);
  const queue = `<script>window.social9 = { queue: [
    () => { throw new Error('mine'); }, () => { globalThis.calls = ['next']; },
  ] };</script>`;
  await visit(pageWith(queue + tag()), { tag: false });
  await state();
  expect(await page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls)).toEqual([
    'next',
  ]);
});

test('it leaves one global and one element behind', async ({ page, visit, notice }) => {
  const names = (): Promise<string[]> =>
    page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((name) => !/^__|^ran$/.test(name)),
    );
  await visit(pageWith(''), { tag: false });
  const without = new Set(await names());
  await visit(pageWith(tag()), { tag: false });
  await notice.asks();
  expect((await names()).filter((name) => !without.has(name))).toEqual(['social9']);
});

test('on a page in another encoding its words are right', async ({ visit, notice }) => {
  await visit('<html lang="en"><head><title>Shop</title>{{tag}}</head><body>Shoes</body></html>', {
    headers: { 'content-type': 'text/html; charset=windows-1252' },
  });
  await notice.asks();
  await expect(notice.element).toContainText('IP address · Domain of this site');
});

test('F-32 two versions on one page: the first one speaks, the second yields it', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  const built = readFileSync(join(distFolder, 's9-consent.js'), 'utf8');
  world.host.put('/older/s9-consent.js', built.replace(/\d+\.\d+\.\d+\+[0-9a-f]+/, '0.0.1+older'));
  const older = `<script src="/older/s9-consent.js" ${ENDPOINT}></script>`;
  await visit(pageWith(tag() + KEEP_FIRST + older), { tag: false });
  await notice.asks();
  await expect(notice.element).toHaveCount(1);
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  expect((await records())[0]?.['build']).not.toContain('older');
  expect(
    await page.evaluate(() => {
      const { first, social9 } = globalThis as unknown as WithApi & { first?: Consent };
      return first === social9.consent;
    }),
  ).toBe(true);
});
