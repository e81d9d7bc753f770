// The world does what specs rely on: saboteur, receiver and the reader of the raw database.
import { expect, test } from './fixture.ts';

const FILE = 'integrity.json';
const NO_WIDGET = { tag: false } as const;

test('the saboteur loses a file, cuts it off, or holds it back', async ({
  visit,
  page,
  world,
  law,
}) => {
  law.allow('consoleErrors', /Failed to load|Cross-Origin/);
  await visit('<p>Quiet</p>', NO_WIDGET);
  const url = `${world.widget.origin}/${FILE}`;
  const fetched = () =>
    page.evaluate(
      (at) =>
        fetch(at, { method: 'HEAD' }).then(
          (r) => r.status,
          () => 0,
        ),
      url,
    );
  const release = world.widget.hold(FILE);
  const waiting = fetched();
  release();
  expect(await waiting).toBeGreaterThan(0);
  world.widget.sabotage(FILE, 'aborted');
  expect(await fetched()).toBe(0);
  expect(new Set(world.widget.fetched())).toEqual(new Set([FILE]));
});

test('a missing file is a 404', async ({ visit, page, world, law }) => {
  law.allow('consoleErrors', /404/);
  await visit('<p>Quiet</p>', NO_WIDGET);
  world.widget.sabotage(FILE, 'missing');
  const url = `${world.widget.origin}/${FILE}`;
  expect(await page.evaluate((at) => fetch(at).then((r) => r.status), url)).toBe(404);
});

test('events are read out of OTLP', async ({ visit, page, world, law }) => {
  law.aboutToGrant();
  await visit('<p>Quiet</p>', NO_WIDGET);
  const attributes = [
    { key: 'url.path', value: { stringValue: '/shoes' } },
    { key: 'seconds', value: { intValue: '7' } },
  ];
  const logRecords = [{ eventName: 's9.page_view', attributes }];
  world.receiver.answerWith({ status: 202 });
  const status = await page.evaluate(
    ([url = '', body = '']) => fetch(url, { method: 'POST', body }).then((r) => r.status),
    [
      `${world.receiver.origin}/v1/logs`,
      JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }),
    ],
  );
  expect(status).toBe(202);
  expect(world.receiver.events('s9.page_view')).toEqual([
    { name: 's9.page_view', attributes: { 'url.path': '/shoes', seconds: 7 } },
  ]);
  expect(world.receiver.events('s9.other')).toEqual([]);
});

test('reading records creates no database', async ({ visit, page, records }) => {
  await visit('<p>Quiet</p>', NO_WIDGET);
  expect(await records()).toEqual([]);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('records are read as they stand in the database', async ({ visit, page, records }) => {
  await visit('<p>Quiet</p>', NO_WIDGET);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('s9-consent');
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keyval'));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          writing.objectStore('keyval').put([{ source: 'reject-all' }], 'history');
          writing.addEventListener('complete', () => done());
        });
      }),
  );
  expect(await records()).toEqual([{ source: 'reject-all' }]);
});
