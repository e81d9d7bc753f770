import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import { killAll, launchOn } from '../../support/own-browser.ts';

test.afterEach(killAll);

for (const answer of ['accept', 'reject'] as const) {
  test(`F-12 ${answer}, then the power is cut`, async ({ visit, noticeOn, records }) => {
    const profile = await mkdtemp(join(tmpdir(), 's9-profile-'));
    const first = await launchOn(profile);
    const page = await first.context.newPage();
    await visit('page.html', { page });
    await noticeOn(page).press(answer);
    await expect.poll(() => records(page)).toHaveLength(1);
    const [kept] = await records(page);
    await first.kill();

    const second = await launchOn(profile);
    const next = await second.context.newPage();
    await visit('page.html', { page: next });
    await expect(noticeOn(next).permanentControl).toBeVisible();
    await noticeOn(next).isSilent();
    await expect.poll(() => records(next)).toEqual([kept]);
    await second.kill();
    await rm(profile, { recursive: true, force: true });
  });
}

test('F-07 on a full disk the choice counts for the page, and is asked for again', async ({
  context,
  page,
  visit,
  notice,
  ran,
  state,
  world,
}) => {
  const devtools = await context.newCDPSession(page);
  await visit();
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: world.host.origin,
    quotaSize: 64,
  });
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(state).toMatchObject({ decided: true, storage: 'memory' });
  await visit();
  await notice.asks();
  expect(await ran()).toEqual([]);
});

test('F-05 another tab deletes the database while this one is open @engine', async ({
  context,
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const other = await context.newPage();
  await visit('<p>Quiet</p>', { tag: false, at: '/empty', page: other });
  const remove = () =>
    other.evaluate(
      () =>
        new Promise((done) => {
          const deleting = indexedDB.deleteDatabase('s9-consent');
          for (const type of ['success', 'blocked', 'error']) {
            deleting.addEventListener(type, () => done(type));
          }
        }),
    );
  // Blocked by no connection that stays; what follows an answer can have one for a moment.
  await expect.poll(remove).toBe('success');
  await notice.permanentControl.click();
  // Firefox takes what its page has left for a file that was changed.
  const fetched = page.waitForEvent('requestfinished', (file) => file.url().includes('-telemetry'));
  await notice.press('accept');
  await expect.poll(records).toMatchObject([{ source: 'accept-all', previous: null }]);
  await fetched;
  await page.reload();
  await expect(notice.permanentControl).toBeVisible();
});

/** The disk answers when the test lets it: longer than a person is kept waiting. */
function slowDisk(): void {
  const { open } = IDBFactory.prototype;
  const waiting: (() => void)[] = [];
  const TYPES = ['onsuccess', 'onerror', 'onblocked', 'onupgradeneeded'] as const;
  IDBFactory.prototype.open = (...given) => {
    const late = {} as IDBOpenDBRequest;
    waiting.push(() => {
      const request = open.apply(indexedDB, given);
      for (const type of TYPES) {
        request[type] = (event: Event) => {
          for (const member of ['result', 'transaction'] as const) {
            Object.defineProperty(late, member, { get: () => request[member], configurable: true });
          }
          (late[type] as ((event: Event) => void) | null)?.(event);
        };
      }
    });
    return late;
  };
  Object.assign(globalThis, {
    letDiskAnswer: () => {
      IDBFactory.prototype.open = open;
      for (const go of waiting) go();
    },
  });
}
const letDiskAnswer = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { letDiskAnswer(): void }).letDiskAnswer());

test('F-04 a disk that is slow, not dead: what was chosen before is heard after all', async ({
  page,
  visit,
  notice,
  ran,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(records).toHaveLength(1);
  await page.addInitScript(slowDisk);
  await visit();
  await notice.asks();
  expect(await ran()).toEqual([]);
  await letDiskAnswer(page);
  await expect.poll(ran).toEqual(['/stats.js']);
  await notice.isSilent();
});

test('F-04 a disk that is slow, not dead: what is chosen now is kept after all', async ({
  page,
  visit,
  notice,
  ran,
  records,
  state,
}) => {
  await page.addInitScript(slowDisk);
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(state).toMatchObject({ storage: 'memory' });
  await letDiskAnswer(page);
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
  await expect.poll(state).toMatchObject({ decided: true, storage: 'indexeddb' });
});

test('F-13 what the browser has thrown away is asked for again, and nothing is kept elsewhere', async ({
  context,
  page,
  visit,
  notice,
  records,
  state,
  world,
}) => {
  await page.addInitScript(() => {
    const { storage } = navigator as Partial<Navigator>;
    if (!storage) return;
    storage.persist = () => Promise.reject(new Error('nobody asked for that'));
  });
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  expect(await context.cookies(world.host.origin)).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await visit('<p>Quiet</p>', { tag: false, at: '/empty' });
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase('s9-consent').addEventListener('success', done);
      }),
  );
  await visit();
  await notice.asks();
  expect(await state()).toMatchObject({ decided: false, purposes: { analytics: false } });
});

test('F-10 a record of a later widget is no choice, and stays as it is', async ({
  page,
  visit,
  notice,
  records,
}) => {
  const later = { shape: 99, recordId: 'later', purposes: { analytics: true }, services: {} };
  await visit('<p>Quiet</p>', { tag: false, at: '/empty' });
  await page.evaluate(
    (record) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('s9-consent', 7);
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keyval'));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          writing.objectStore('keyval').put([record], 'history');
          writing.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
    later,
  );
  await visit();
  await notice.asks();
  await notice.reject();
  await expect.poll(records).toMatchObject([later, { source: 'reject-all' }]);
});
