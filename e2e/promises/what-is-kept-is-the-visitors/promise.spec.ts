// The End-User can have all that is kept and sent as it is, and have it gone.
import { expect, test } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';
import { storedKeys } from '../../support/records.ts';

type Page = Parameters<Parameters<typeof test>[2]>[0]['page'];

const exported = (page: Page): ReturnType<Consent['export']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());
const erase = (page: Page): ReturnType<Consent['erase']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());

test('L-27 export() holds the records as stored and every request as it was sent', async ({
  page,
  visit,
  notice,
  world,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);
  await expect.poll(async () => (await exported(page))?.ledger).toHaveLength(1);
  await expect.poll(records).toHaveLength(1);
  const all = await exported(page);
  expect(Object.keys(all ?? {}).toSorted()).toEqual(['collections', 'ledger', 'queue', 'records']);
  expect(all).toMatchObject({ records: await records(), queue: [], collections: [] });
  const [delivery] = world.receiver.deliveries();
  const [entry] = all?.ledger ?? [];
  expect(entry?.body).toBe(delivery?.body);
  expect(entry?.to).toBe(`${world.receiver.origin}/v1/logs`);
});

test('L-27 export() tells what still waits to be sent', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /503/);
  await page.clock.install();
  world.receiver.answerWith({ status: 503, headers: { 'retry-after': '100' } });
  await visit();
  await notice.accept();
  await expect
    .poll(async () => (await exported(page))?.queue)
    .toMatchObject([{ name: 's9.page_view' }]);
  world.receiver.answerWith({ status: 200, headers: {} });
  await page.clock.runFor(120_000);
  await expect.poll(async () => (await exported(page))?.queue).toEqual([]);
});

test('L-10 before a choice there is nothing to export, and asking stores nothing', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  expect(await exported(page)).toEqual({ records: [], ledger: [], queue: [], collections: [] });
  expect(await erase(page)).toEqual({ deleted: [], remains: [], told: 0 });
  expect(await page.evaluate(storedKeys)).toEqual([]);
});

test('L-27 erase() leaves no database of ours, shuts the gate and tells the receiver @engine', async ({
  page,
  visit,
  notice,
  world,
  records,
  state,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await expect.poll(records).toHaveLength(1);
  const [record] = await records();
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.receipt());
  await expect.poll(() => page.evaluate(storedKeys)).toEqual(['history', 'key', 'ledger', 'seal']);
  expect(await erase(page)).toEqual({
    deleted: ['history', 'key', 'ledger', 'seal'],
    remains: [],
    told: 1,
  });
  const names = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(names).not.toContain('s9-consent');
  expect(await state()).toMatchObject({ decided: false, recordId: null });
  expect((await state()).purposes['analytics']).toBe(false);
  await expect.poll(() => world.receiver.events('s9.erase')).toHaveLength(1);
  expect(world.receiver.events('s9.erase')[0]?.attributes['s9.record.id']).toBe(record?.recordId);
  expect(await exported(page)).toEqual({ records: [], ledger: [], queue: [], collections: [] });
  await visit();
  await notice.asks();
});

test('L-27 nobody is told where nothing was sent, and other tabs follow', async ({
  context,
  page,
  visit,
  notice,
  world,
  records,
  state,
}) => {
  const other = await context.newPage();
  await visit('page.html', { page: other });
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const decided = () =>
    other.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state.decided);
  await expect.poll(decided).toBe(true);
  expect(await erase(page)).toEqual({ deleted: ['history', 'seal'], remains: [], told: 0 });
  await expect.poll(decided).toBe(false);
  expect(await state()).toMatchObject({ decided: false });
  expect(world.receiver.deliveries()).toEqual([]);
});

test('F-01 erase() empties memory where nothing can be stored', async ({
  page,
  visit,
  notice,
  state,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await visit();
  await notice.accept();
  await expect.poll(state).toMatchObject({ decided: true, storage: 'memory' });
  await expect.poll(async () => (await exported(page))?.ledger).toHaveLength(1);
  expect((await exported(page))?.records).toMatchObject([{ source: 'accept-all' }]);
  const keyOf = () =>
    page.evaluate(async () => {
      const receipt = await (globalThis as unknown as WithApi).social9.consent.receipt();
      return (receipt as { proof?: Record<string, unknown> } | null)?.proof?.['s9:publicKey'];
    });
  const key = await keyOf();
  expect(key).toBeDefined();
  expect(await keyOf(), 'one key for one browser').toEqual(key);
  expect(await erase(page)).toEqual({ deleted: [], remains: ['s9-consent'], told: 1 });
  expect(await state()).toMatchObject({ decided: false, recordId: null });
  expect(await exported(page)).toMatchObject({ records: [], ledger: [] });
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.reject());
  await expect.poll(keyOf).toBeDefined();
  expect(await keyOf()).not.toEqual(key);
});
