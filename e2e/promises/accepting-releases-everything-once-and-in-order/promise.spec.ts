// Accepting puts a record on disk, then releases all that was held, once and in document order.
import { expect, test } from '../../support/fixture.ts';

const IN_ORDER = ['/1.js', '2 inline', '/3.js', '/4.js', '5 inline'];

/** Runs in the page before the widget: says in `ran` when a transaction that writes is complete. */
function tellWrites(): void {
  const ran: string[] = ((globalThis as { ran?: string[] }).ran = []);
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...args) {
    const begun = original.apply(this, args);
    if (begun.mode === 'readwrite') {
      begun.addEventListener('complete', () => ran.push('record on disk'));
    }
    return begun;
  };
}

test('held scripts run once, in document order @engine', async ({ visit, notice, ran, world }) => {
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(IN_ORDER);
  for (const path of ['/1.js', '/3.js', '/4.js']) expect(world.thirdParty.count(path)).toBe(1);
});

test('F-12 the record is on disk before the first one runs', async ({
  page,
  visit,
  notice,
  law,
  ran,
}) => {
  await page.clock.install();
  await page.addInitScript(tellWrites);
  await visit();
  await notice.rest(notice.control('accept'));
  // No limit passes: a disk is waited for, and this one is not broken, however slow the machine is.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  law.aboutToGrant();
  await notice.control('accept').click();
  await expect.poll(ran).toEqual(expect.arrayContaining(IN_ORDER));
  expect((await ran())[0]).toBe('record on disk');
});

test('frames and images load, what a template holds stands behind it', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await expect(page.locator('#from-template')).toHaveCount(0);
  await notice.accept();
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await expect(page.locator('ul > template ~ li#from-template')).toBeVisible();
  const runs = () =>
    page.evaluate(() => (globalThis as unknown as { inTemplate: number }).inTemplate);
  await expect.poll(runs).toBe(1);
  await expect
    .poll(() => page.locator('#picture').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(40);
});

test('L-25 one press is one record, with what was asked and answered', async ({
  visit,
  notice,
  records,
  state,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  const [record] = await records();
  expect(record).toMatchObject({
    source: 'accept-all',
    input: 'pointer',
    language: 'en',
    purposes: { analytics: true, social: true },
    services: { youtube: true, facebook: true },
    previous: null,
  });
  expect(record?.['policyHash']).toMatch(/^[0-9a-f]{64}$/);
  expect(record?.['textHash']).toMatch(/^[0-9a-f]{64}$/);
  await expect
    .poll(state)
    .toMatchObject({ decided: true, source: 'accept-all', recordId: record?.recordId });
});

test('attributes of a held script are honoured @engine', async ({
  page,
  visit,
  notice,
  ran,
  law,
}) => {
  law.expectConsole(/integrity/);
  await visit(
    `<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/a.js" defer
       nonce="abc" crossorigin="anonymous" referrerpolicy="no-referrer" id="kept"></script>
     <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/wrong.js"
       crossorigin integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
       onerror="globalThis.refused = true"></script>
     <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/b.js"></script>`,
  );
  await notice.accept();
  await expect.poll(ran).toEqual(expect.arrayContaining(['/a.js', '/b.js']));
  expect(await ran()).not.toContain('/wrong.js');
  const isRefused = () => page.evaluate(() => (globalThis as { refused?: boolean }).refused);
  await expect.poll(isRefused).toBe(true);
  await expect(page.locator('#kept')).toHaveAttribute('type', 'text/plain');
});
