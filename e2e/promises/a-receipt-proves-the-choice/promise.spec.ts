// A receipt is to be had for every choice, and whoever changes a word of it is found out.
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { Receipt, WithApi } from '../../support/public-api.ts';
import { storedKeys } from '../../support/records.ts';

const receiptOn = (page: Page): Promise<Receipt | null> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.receipt());

async function receiptAfterYes(page: Page): Promise<Receipt> {
  const receipt = await receiptOn(page);
  if (!receipt) throw new Error('there is no receipt');
  return receipt;
}

/** The receipt with this text, wherever it stands, made another. */
const changed = (receipt: Receipt, from: string, to: string): string => {
  const text = JSON.stringify(receipt);
  if (!text.includes(from)) throw new Error(`${from} is not in the receipt`);
  return text.replaceAll(from, to);
};

test('S-07 F-44 after a yes the command finds the receipt valid @engine', async ({
  page,
  visit,
  notice,
  records,
}, info) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  const receipt = await receiptAfterYes(page);
  const file = info.outputPath('receipt.json');
  await writeFile(file, JSON.stringify(receipt, null, 2));
  const checked = await run(['verify', file]);
  expect(checked).toMatchObject({ complained: '', code: 0 });
  expect(checked.printed).toMatch(
    /^No fault found\. This was checked, and holds:\n {2}records: 1 /,
  );
  expect(await run(['verify', '-'], JSON.stringify(receipt))).toEqual(checked);
  expect(receipt).toMatchObject({
    '@type': 'dpv:ConsentReceipt',
    'dpv:hasConsentStatus': 'dpv:ConsentGiven',
    'dpv:hasRecordOfActivity': [
      {
        'dpv:hasDataController': [
          { 'dpv:hasName': 'Example Shop', 'dpv:hasContact': 'privacy@shop.example' },
        ],
      },
    ],
  });
  expect(receipt['dpv:hasRecordOfActivity'].map((each) => each['s9:stored'])).toEqual(
    await records(),
  );
});

test('F-44 whatever was changed is named', async ({ page, visit, notice, records }) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  const receipt = await receiptAfterYes(page);
  const { x } = receipt.proof['s9:publicKey'];
  for (const [from, to, fault] of [
    ['"analytics":true', '"analytics":false', 's9:stored.hash: expected'],
    ['"P25M"', '"P99M"', 's9:stored.policyHash: expected'],
    ['"dpv:ConsentGiven"', '"dpv:ConsentTerminated"', 'dpv:hasConsentStatus: expected'],
    ['"Visit statistics"', '"Improving your visit"', 'proof.s9:signature: expected'],
    [x, `${x.slice(0, -4)}AAAA`, 'proof.s9:signature: expected'],
  ] as const) {
    const { printed, code } = await run(['verify', '-'], changed(receipt, from, to));
    expect(printed, from).toMatch(/^not valid/);
    expect(printed, from).toContain(fault);
    expect(code, from).toBe(1);
  }
});

test('the command says what it could not read', async () => {
  const missing = await run(['verify', 'no-such-receipt.json']);
  expect(missing.complained).toMatch(/^cannot read no-such-receipt\.json/);
  expect(missing.code).toBe(1);
  const junk = await run(['verify', '-'], 'junk');
  expect(junk.complained).toMatch(/^- is not JSON/);
  expect(junk.code).toBe(1);
  const nothing = await run([]);
  expect(nothing.complained).toContain('Usage');
  expect(nothing.code).toBe(1);
});

test('L-25 yes, a change and a no are one unbroken receipt', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.choose('analytics');
  await expect.poll(records).toHaveLength(1);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(records).toHaveLength(2);
  const receipt = await receiptAfterYes(page);
  expect(receipt['dpv:hasConsentStatus']).toBe('dpv:ConsentWithdrawn');
  expect(await run(['verify', '-'], JSON.stringify(receipt))).toMatchObject({ code: 0 });
  receipt['dpv:hasRecordOfActivity'].shift();
  const { printed } = await run(['verify', '-'], JSON.stringify(receipt));
  expect(printed).toContain('s9:stored.previous: expected null in the first');
});

test('S-08 the older form is to be had too', async ({ page, visit, notice, records }) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  const kantara = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.receipt('kantara'),
  );
  expect(kantara).toMatchObject({
    version: 'KI-CR-v1.1.0',
    piiControllers: [{ piiController: 'Example Shop' }],
    services: [{ purposes: [{ purpose: 'Visit statistics' }, { thirdPartyDisclosure: true }] }],
  });
  const said = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.receipt('pdf').catch(String),
  );
  expect(said).toMatch(/TypeError.*expected 'kantara'/);
});

test('L-10 before a choice there is no receipt, and asking for one stores nothing', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.asks();
  expect(await receiptOn(page)).toBeNull();
  expect(await page.evaluate(storedKeys)).toEqual([]);
});

test('F-44 the key stays: two receipts are signed by one, which no script can read @engine', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  expect(await page.evaluate(storedKeys)).not.toContain('key');
  const first = await receiptAfterYes(page);
  await expect.poll(() => page.evaluate(storedKeys)).toContain('key');
  await visit();
  const second = await receiptAfterYes(page);
  expect(second.proof['s9:publicKey']).toEqual(first.proof['s9:publicKey']);
  expect(second['dct:identifier']).not.toBe(first['dct:identifier']);
  const isReadable = await page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('s9-consent');
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('keyval').objectStore('keyval').get('key');
          reading.addEventListener('success', () => {
            opening.result.close();
            done((reading.result as CryptoKeyPair).privateKey.extractable);
          });
        });
      }),
  );
  expect(isReadable).toBe(false);
});

test('F-34 with its file changed there is no receipt and nothing is erased', async ({
  page,
  visit,
  notice,
  records,
  world,
  law,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  world.widget.sabotage('s9-consent-rights.js', 'one-byte-changed');
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  expect(await receiptOn(page)).toBeNull();
  expect(
    await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase()),
  ).toBeNull();
  expect(await records()).toHaveLength(1);
  world.widget.restore('s9-consent-rights.js');
  expect(await receiptOn(page)).not.toBeNull();
});
