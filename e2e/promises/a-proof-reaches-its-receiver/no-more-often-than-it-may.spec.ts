// A proof is sent no more often than its receiver bears, and never once it is taken, refused or erased.
import type { Page } from 'playwright/test';
import type { Consent, WithApi } from '../../support/public-api.ts';
import { read as readStored } from '../an-edited-record-is-no-choice/database.ts';
import { expect, exported, HOUR_MS, test } from './steps.ts';

const NOON_MS = Date.UTC(2026, 2, 1, 12);

/** An erasure begins with a withdrawal, whose own proof may have left before it is erased as well. */
const ofRefusal = (all: readonly Readonly<Record<string, unknown>>[]) =>
  all.filter((proof) => proof['s9.source'] === 'reject-all');

/** When the proof that waits is to be sent. */
async function dueOn(page: Page): Promise<number> {
  const deliveries = (await page.evaluate(readStored, 'deliveries')) as { dueAt: number }[];
  return deliveries[0]?.dueAt ?? Number.NaN;
}

/**
 * Until a second after that. Up to just before it is over all at once; from there on as it comes, so that no limit of
 * the widget's passes while its disk answers.
 */
async function goPast(page: Page, dueMs: number): Promise<void> {
  const now = () => page.evaluate(() => Date.now());
  await page.clock.runFor(Math.max(dueMs - 500 - (await now()), 0));
  await expect.poll(now).toBeGreaterThan(dueMs + 1000);
}

/** The receiver's answer is kept: it asks for five minutes. */
async function hasBeenTold(page: Page): Promise<number> {
  await expect.poll(() => dueOn(page)).toBeGreaterThan(NOON_MS + 300_000 - 1);
  return dueOn(page);
}

const erase = (page: Page): ReturnType<Consent['erase']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());

test('S-12 a receiver that asks for three hours has them', async ({
  page,
  refuseWhile,
  readOn,
  world,
  proofs,
}) => {
  await page.clock.install({ time: NOON_MS });
  await refuseWhile(503, 3 * 3600);
  await expect.poll(async () => (await exported(page))?.queue).toHaveLength(1);

  world.receiver.answerWith({ status: 200, headers: {} });
  for (const [hours, sent] of [
    [2, 1],
    [4, 2],
  ] as const) {
    await page.clock.setSystemTime(NOON_MS + hours * HOUR_MS);
    await readOn();
    await expect.poll(proofs, `after ${hours} hours`).toHaveLength(sent);
  }
});

test('S-12 a receiver that refuses it is not asked again', async ({
  page,
  refuseWhile,
  readOn,
  proofs,
}) => {
  await refuseWhile(400);
  await expect.poll(async () => (await exported(page))?.queue).toEqual([]);
  await readOn();
  expect(proofs()).toHaveLength(1);
});

test('L-10 L-27 what was erased is owed to nobody', async ({
  page,
  read,
  refuseWhile,
  notice,
  world,
  proofs,
  sentAll,
}) => {
  await page.clock.install({ time: NOON_MS });
  await refuseWhile(503, 300);
  const erased = await erase(page);
  expect(erased?.deleted).toContain('deliveries');
  world.receiver.answerWith({ status: 200, headers: {} });
  await page.clock.setSystemTime(NOON_MS + HOUR_MS);
  await read();
  await notice.asks();
  await sentAll();
  expect(ofRefusal(proofs())).toHaveLength(1);
});

test('S-12 L-27 nor is a proof that waits sent once it is erased', async ({
  page,
  refuseWhile,
  sentAll,
  proofs,
}) => {
  await page.clock.install({ time: NOON_MS });
  await refuseWhile(503, 300);
  await expect.poll(async () => (await exported(page))?.queue).toHaveLength(1);
  const dueMs = await hasBeenTold(page);
  await erase(page);
  expect(await exported(page)).toMatchObject({ queue: [], ledger: [] });
  await goPast(page, dueMs);
  await sentAll();
  expect(ofRefusal(proofs())).toHaveLength(1);
});

test('S-12 a receiver that does not answer is asked once, however many pages are read', async ({
  context,
  read,
  notice,
  noticeOn,
  world,
  proofs,
  sentAll,
}) => {
  await read();
  world.receiver.answerWith({ delayMs: 20_000 });
  await notice.reject();
  await expect.poll(proofs).toHaveLength(1);
  const others = await Promise.all([1, 2, 3].map(() => context.newPage()));
  for (const other of others) {
    await read(other);
    await expect(noticeOn(other).permanentControl).toBeVisible();
  }
  world.receiver.answerWith({ delayMs: 0 });
  for (const other of others) await sentAll(other);
  expect(proofs()).toHaveLength(1);
});

test('S-12 of the pages that wait for the same moment one sends it', async ({
  context,
  page,
  refuseWhile,
  readOn,
  world,
  proofs,
  sentAll,
}) => {
  await page.clock.install({ time: NOON_MS });
  await refuseWhile(503, 300);
  const dueMs = await hasBeenTold(page);
  const others = [await context.newPage(), await context.newPage()];
  for (const other of others) await readOn(other);
  world.receiver.answerWith({ status: 200, headers: {} });
  await goPast(page, dueMs);
  await expect.poll(proofs).toHaveLength(2);
  for (const each of [page, ...others]) await sentAll(each);
  expect(proofs()).toHaveLength(2);
});

test('F-11 what others have put into the history keeps no answer from being stored, or proved', async ({
  page,
  read,
  notice,
  records,
  law,
  proofs,
}) => {
  law.allow('consoleErrors', /./);
  await read();
  await notice.reject();
  await expect.poll(proofs).toHaveLength(1);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('s9-consent');
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          writing.objectStore('keyval').put([null], 'history');
          writing.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
  );
  await read();
  await notice.reject();
  await expect.poll(proofs).toHaveLength(2);
  await expect.poll(records).toMatchObject([null, { source: 'reject-all' }]);
  await expect.poll(async () => (await exported(page))?.records).toHaveLength(2);
});
