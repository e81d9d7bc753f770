// The proof of each choice reaches the receiver the site names, whatever happens on the way, and nobody else.
import { run } from '../../support/command.ts';
import type { WithApi } from '../../support/public-api.ts';
import { expect, exported, HOUR_MS, test } from './steps.ts';

test('L-25 L-26 of a no as of a yes, with no address of any kind in it', async ({
  page,
  read,
  notice,
  world,
  records,
  proofs,
}) => {
  await read();
  await notice.reject();
  await expect.poll(proofs).toHaveLength(1);
  await expect.poll(records).toHaveLength(1);
  const [record] = await records();
  expect(proofs()[0]).toMatchObject({
    's9.record.id': record?.recordId,
    's9.record.hash': record?.['hash'],
    's9.purpose.analytics': 'denied',
  });
  const [delivery] = world.receiver.deliveries();
  expect(delivery?.path).toBe('/proof');
  expect(delivery?.body).not.toMatch(/localhost|127\.0\.0\.1|https?:/);
  expect(delivery?.headers).not.toHaveProperty('referer');
  await expect
    .poll(async () => (await exported(page))?.ledger)
    .toMatchObject([{ body: delivery?.body }]);
});

test('L-25 S-12 a receiver that was down gets it from the next page, once', async ({
  page,
  context,
  read,
  refuseWhile,
  readOn,
  world,
  proofs,
}) => {
  const pressedAt = Date.UTC(2026, 2, 1, 12);
  await page.clock.install({ time: pressedAt });
  // So that the page itself tries no second time before it is closed, however long that takes.
  await refuseWhile(503, 300);
  await expect
    .poll(async () => (await exported(page))?.queue)
    .toMatchObject([{ name: 's9.choice' }]);
  await page.close();

  world.receiver.answerWith({ status: 200, headers: {} });
  const next = await context.newPage();
  await next.clock.setSystemTime(pressedAt + HOUR_MS);
  await read(next);
  await expect.poll(proofs).toHaveLength(2);
  const [first, second] = proofs();
  expect(second).toEqual(first);
  await expect.poll(async () => (await exported(next))?.queue).toEqual([]);

  await readOn(next);
  expect(proofs()).toHaveLength(2);
});

test('F-12 L-25 a tab that is closed before the answer leaves it to the next page @engine', async ({
  page,
  context,
  read,
  notice,
  records,
  world,
  proofs,
}) => {
  const pressedAt = Date.UTC(2026, 2, 1, 12);
  await page.clock.install({ time: pressedAt });
  world.receiver.answerWith({ delayMs: 60_000 });
  await read();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  // It is on its way; one that arrived after the tab is closed would pass for the next page's.
  await expect.poll(proofs).toHaveLength(1);
  await page.close();

  world.receiver.answerWith({ delayMs: 0 });
  const next = await context.newPage();
  // Longer than anybody takes from there to here.
  await next.clock.setSystemTime(pressedAt + HOUR_MS);
  await read(next);
  await expect.poll(proofs).toHaveLength(2);
  const [record] = await records(next);
  expect(proofs().at(-1)).toMatchObject({
    's9.event.id': record?.recordId,
    's9.purpose.analytics': 'granted',
  });
});

test("F-30 the receipt tells the receiver's clock, and of a device that was wrong", async ({
  page,
  read,
  notice,
  world,
  proofs,
}) => {
  await page.clock.install({ time: Date.now() - 3 * HOUR_MS });
  world.receiver.answerWith({ headers: { 'access-control-expose-headers': 'Date' } });
  await read();
  await notice.reject();
  await expect.poll(proofs).toHaveLength(1);
  const receipt = () =>
    page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.receipt());
  const delivered = async () =>
    ((await receipt()) as { 'dpv:hasRecordOfActivity': Record<string, unknown>[] })[
      'dpv:hasRecordOfActivity'
    ][0]?.['s9:delivered'];
  await expect.poll(delivered).toMatchObject({ status: 200 });
  const { answeredAt, receiverAt } = (await delivered()) as Record<string, number>;
  const hours = ((receiverAt as number) - (answeredAt as number)) / HOUR_MS;
  expect(Math.round(hours)).toBe(3);
  const { printed, code } = await run(['verify', '-'], JSON.stringify(await receipt()));
  expect(printed).toContain(
    "Mind:\n  dpv:hasRecordOfActivity[0].dpv:isIndicatedAtTime: doubtful: the device's clock was 3 hours behind the receiver's",
  );
  expect(code).toBe(0);
});
