// Without a working IndexedDB the widget asks within a second, works for this page, and says so.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { BROKEN } from './broken-storage.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

const readyAfterMs = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { readyAfterMs: number }).readyAfterMs);

for (const [how, breakIt] of Object.entries(BROKEN)) {
  test(`${how}: asks in a second, and a yes counts for this page`, async ({
    page,
    visit,
    notice,
    state,
    ran,
    world,
  }) => {
    await page.clock.install({ time: NOON });
    await page.clock.pauseAt(NOON + 60_000);
    await page.addInitScript(breakIt);
    await visit();
    await page.clock.runFor(1000);
    await expect.poll(() => readyAfterMs(page)).toBeLessThanOrEqual(1000);
    await page.clock.resume();
    await notice.asks();
    await notice.accept();
    await expect.poll(ran).toEqual(['/stats.js']);
    await expect.poll(state).toMatchObject({ decided: true, storage: 'memory' });
    await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
    await notice.isSilent();

    await visit();
    await notice.asks();
    expect(await ran()).toEqual([]);
  });

  test(`${how}: a no counts`, async ({ page, visit, notice, state, world }) => {
    await page.addInitScript(breakIt);
    await visit();
    await notice.reject();
    await notice.isSilent();
    await expect.poll(state).toMatchObject({ decided: true, purposes: { analytics: false } });
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('the panel says that the choice is not kept', async ({ page, visit, notice }) => {
  await page.addInitScript(BROKEN['F-01 is missing'] ?? (() => undefined));
  await visit();
  await notice.press('choose');
  await expect(notice.panel).toContainText(/not.*(store|keep|kept|remember)/i);
});

test('F-09 a database of that name without our store is put right', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit('<p>Quiet</p>', { tag: false, at: '/empty' });
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('s9-consent');
        opening.addEventListener('success', () => {
          opening.result.close();
          done();
        });
      }),
  );
  await visit();
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

test('F-11 garbage in the database is no choice', async ({ page, visit, notice, world }) => {
  await visit('<p>Quiet</p>', { tag: false, at: '/empty' });
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('s9-consent');
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keyval'));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          const lies = [
            { shape: 1, purposes: { analytics: true }, expiresAt: Number.NaN },
            'yes',
            null,
          ];
          writing.objectStore('keyval').put(lies, 'history');
          writing.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
  );
  await visit();
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-02 in a sandboxed frame nothing is asked, nothing leaves and nothing breaks @engine', async ({
  page,
  visit,
  world,
}) => {
  world.host.put(
    '/inside',
    `<script src="{{widget}}/s9-consent.js" data-endpoint="{{receiver}}/v1/logs"></script>
    <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>`,
  );
  await visit('<iframe sandbox="allow-scripts" src="/inside"></iframe>', { tag: false });
  const inside = page.frames()[1];
  const found = await inside?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    await consent.open('banner');
    return {
      ...consent.state,
      asks: !!document.querySelector('s9-consent')?.shadowRoot?.querySelector('button'),
    };
  });
  expect(found).toMatchObject({ decided: false, storage: 'memory', asks: false });
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-08 a database that is broken for good is not tried without end', async ({
  page,
  visit,
  notice,
  ran,
  state,
}) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { tries: 0 });
    IDBFactory.prototype.open = () => {
      (globalThis as unknown as { tries: number }).tries++;
      const request = {
        error: new DOMException('Internal error opening backing store', 'UnknownError'),
      } as IDBOpenDBRequest;
      queueMicrotask(() => request.onerror?.(new Event('error')));
      return request;
    };
  });
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(state).toMatchObject({ decided: true, storage: 'memory' });
  const tries = () => page.evaluate(() => (globalThis as unknown as { tries: number }).tries);
  expect(await tries()).toBeLessThan(20);
});
