// The receiver of the package keeps what a person granted and the policy declares, for the Customer to count; and no more.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../support/command.ts';
import { test as base, expect, settings } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const TOKEN = 'a-token-of-the-customer';

interface Told {
  readonly views: number;
  readonly answers: { readonly purposes: Record<string, { granted: number; denied: number }> };
}

interface Customer {
  readonly endpoint: string;
  numbers(): Promise<Told>;
  /** HTTP status of the proof of a record. */
  proofOf(recordId: string): Promise<number>;
  /** All that stands in its files. */
  kept(): Promise<string>;
}

const test = base.extend<{ customer: Customer; read: () => Promise<void> }>({
  customer: async ({ browserName }, use) => {
    const data = await mkdtemp(join(tmpdir(), `s9-${browserName}-`));
    const args = ['receive', '--port', '0', '--data', data];
    const running = await start(args, { S9_RECEIVER_TOKEN: TOKEN });
    const origin = /http:\/\/[\d.:]+/.exec(running.printed)?.[0] ?? running.printed;
    const asked = (path: string) =>
      fetch(origin + path, { headers: { Authorization: `Bearer ${TOKEN}` } });
    await use({
      endpoint: `${origin}/v1/logs`,
      numbers: async () => (await (await asked('/stats')).json()) as Told,
      proofOf: async (recordId) => (await asked(`/proofs/${recordId}`)).status,
      kept: async () => {
        const names = (await readdir(data)).filter((name) => /^(visits|proofs)/.test(name));
        return (await Promise.all(names.map((name) => readFile(join(data, name), 'utf8')))).join(
          '',
        );
      },
    });
    await running.stop();
    await rm(data, { recursive: true });
  },
  read: ({ visit, customer: { endpoint }, law }, use) => {
    law.aboutToGrant();
    const markup = `${settings({ proofEndpoint: endpoint })}{{tag}}<p>Shoes</p>`;
    return use(() => visit(markup, { at: '/shoes?q=wide', tag: { 'data-endpoint': endpoint } }));
  },
});

test('L-25 L-27 a yes is counted and proved, and an erasure takes all of it away @engine', async ({
  page,
  read,
  notice,
  records,
  customer,
}) => {
  await read();
  await notice.accept();
  await expect.poll(async () => (await customer.numbers()).views).toBe(1);
  await expect.poll(records).toHaveLength(1);
  const recordId = (await records())[0]?.recordId as string;
  await expect.poll(() => customer.proofOf(recordId)).toBe(200);
  expect((await customer.numbers()).answers.purposes['analytics']).toEqual({
    granted: 1,
    denied: 0,
  });
  const kept = await customer.kept();
  expect(kept).toContain('/shoes');
  expect(kept, 'L-01').not.toMatch(/wide|\b\d{1,3}(\.\d{1,3}){3}\b/);

  await read();
  await expect
    .poll(async () => await customer.numbers())
    .toMatchObject({ views: 2, timeOnPage: { leaves: 1 } });

  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());
  await expect.poll(() => customer.proofOf(recordId)).toBe(404);
  expect(await customer.kept()).not.toContain(recordId);
  await expect
    .poll(async () => await customer.numbers())
    .toMatchObject({ views: 0, timeOnPage: { leaves: 0 } });
});

test('L-25 L-10 of a no the proof alone is kept', async ({ read, notice, records, customer }) => {
  await read();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const recordId = (await records())[0]?.recordId as string;
  await expect.poll(() => customer.proofOf(recordId)).toBe(200);
  expect(await customer.numbers()).toMatchObject({
    views: 0,
    answers: { purposes: { analytics: { granted: 0, denied: 1 } } },
  });
});
