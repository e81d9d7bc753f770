// A disk that answers every time, and every time later than anybody waits for: as on a busy phone.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

/**
 * Runs in the page before anything else: the database opens late, and how often is counted. Later than anybody waits
 * for it, and long before it is given up as a dead one, which would be to ask anew.
 */
function slowDisk(lateMs = 700): void {
  const seen = { opened: 0, asked: 0 };
  Object.assign(globalThis, { seen });
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) {
    seen.opened++;
    const request = open.apply(this, given);
    const late = new Promise((done) => setTimeout(done, lateMs));
    let hear: IDBRequest['onsuccess'] = null;
    Object.defineProperty(request, 'onsuccess', {
      set(listener) {
        hear = listener;
      },
    });
    request.addEventListener('success', (event) => {
      void late.then(() => hear?.call(request, event));
    });
    return request;
  };
  document.addEventListener('s9:open', () => seen.asked++);
}

const seenOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: { opened: number; asked: number } }).seen);

test('F-04 who has answered is not asked again, is heard once, and each view is told once', async ({
  page,
  visit,
  notice,
  ran,
  records,
  state,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await page.addInitScript(slowDisk);
  for (const views of [2, 3, 4]) {
    await visit(undefined, { at: `/page-${views}` });
    await expect.poll(ran).toEqual(['/stats.js']);
    await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(views);
    await expect.poll(state).toMatchObject({ decided: true, storage: 'indexeddb' });
    const { opened, asked } = await seenOn(page);
    expect(asked).toBe(0);
    // The choice, whether it still holds before the view is sent, what was sent, and that it was.
    expect(opened).toBeLessThanOrEqual(8);
  }
});

test('F-04 a first visitor is asked all the same', async ({ page, visit, notice }) => {
  await page.addInitScript(slowDisk);
  await visit();
  await notice.asks();
});

test('F-04 who has answered is not asked by a disk of two seconds either, where the browser lists our database @engine', async ({
  page,
  visit,
  notice,
  records,
  state,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await page.addInitScript(slowDisk, 2000);
  await visit('<p>Words</p>');
  await expect.poll(state).toMatchObject({ decided: true, storage: 'indexeddb' });
  expect((await seenOn(page)).asked).toBe(0);
});
