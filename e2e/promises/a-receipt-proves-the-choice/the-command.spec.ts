// What the command prints of a receipt is what it checked, whatever the receipt would have it print.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { run } from '../../support/command.ts';
import { expect, test } from '../../support/fixture.ts';
import type { Receipt, WithApi } from '../../support/public-api.ts';

type Json = Record<string, unknown>;

const receiptOn = async (page: Page): Promise<Receipt> =>
  (await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.receipt(),
  )) as Receipt;

/** RFC 8785, for what a receipt can hold. */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${ordered(item)}`).join()}}`;
}

const base64Url = (bytes: Buffer): string => bytes.toString('base64url');

/** Signed by a key of whoever edited it. */
function signedAnew(receipt: Json): Json {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { 's9:signature': _signature, ...said } = receipt['proof'] as Json;
  const proof = { ...said, 's9:publicKey': publicKey.export({ format: 'jwk' }) };
  const text = Buffer.from(ordered({ ...receipt, proof }));
  const signature = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...receipt, proof: { ...proof, 's9:signature': base64Url(signature) } };
}

test.beforeEach(async ({ visit, notice, records }) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
});

test('F-44 it says what was checked, by which key, and what that does not show', async ({
  page,
}) => {
  const receipt = await receiptOn(page);
  const { printed, code } = await run(['verify', '-'], JSON.stringify(receipt));
  const { crv, kty, x, y } = receipt.proof['s9:publicKey'] as unknown as Json;
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest();
  expect(printed).toContain(
    `signature: ES256, by the key with the thumbprint ${base64Url(thumbprint)}`,
  );
  expect(printed).toContain('No check of a receipt shows:\n  who pressed');
  expect(printed.split('\n')).not.toContain('valid');
  expect(code).toBe(0);
});

test('F-44 what nobody asked and nobody said is found, whoever signed it', async ({ page }) => {
  const receipt = (await receiptOn(page)) as unknown as Json;
  expect(await run(['verify', '-'], JSON.stringify(signedAnew(receipt)))).toMatchObject({
    code: 0,
  });
  for (const [edited, fault] of [
    [
      { ...receipt, 'dct:description': 'Agreed to everything.' },
      'dct:description: expected no such',
    ],
    [
      { ...receipt, proof: { ...(receipt['proof'] as Json), '@type': 's9:NotarySignature' } },
      'proof.@type: expected "s9:DeviceSignature"',
    ],
  ] as const) {
    const { printed, code } = await run(['verify', '-'], JSON.stringify(signedAnew(edited)));
    expect(printed).toMatch(/^not valid: 1 fault\n/);
    expect(printed).toContain(fault);
    expect(code).toBe(1);
  }
});

test('F-44 what says two things under one name is refused', async ({ page }) => {
  const text = JSON.stringify(await receiptOn(page));
  const twice = text.replace('{', '{"dpv:hasConsentStatus":"dpv:ConsentRefused",');
  expect(await run(['verify', '-'], twice)).toEqual({
    printed: 'not valid: 1 fault\n  dpv:hasConsentStatus: expected a member named once',
    complained: '',
    code: 1,
  });
});

test('F-44 nothing in a receipt moves the cursor, turns the text or begins a line', async ({
  page,
}) => {
  const receipt = await receiptOn(page);
  const name = 'x\u001b[1A\u001b[2K\u009b0m\u202e\u2028\nNo fault found';
  const forged = await run(['verify', '-'], JSON.stringify({ ...receipt, [name]: 1 }));
  expect(forged.printed.split('\n')).toHaveLength(3);
  expect(forged.printed).toContain(
    'x\\u{1b}[1A\\u{1b}[2K\\u{9b}0m\\u{202e}\\u{2028}\\u{a}No fault found: expected no such member',
  );
  const broken = await run(['verify', '-'], '{"a": \u001b]0;mine\u0007\u202e\nNo fault found');
  expect(broken.complained.split('\n')).toHaveLength(1);
  expect(broken.complained).toContain('\\u{1b}');
  const lost = await run(['verify', 'no\u001b[2J.json']);
  expect(lost.complained).toContain('cannot read no\\u{1b}[2J.json');
});

test('F-44 what is too deep, too large or endless comes to a clear end', async ({ page }, info) => {
  const text = JSON.stringify(await receiptOn(page));
  const deep = text.replace('{', `{"dct:title":${'['.repeat(9000)}${']'.repeat(9000)},`);
  expect((await run(['verify', '-'], deep)).printed).toContain('[0]: expected at most 32 levels');
  const file = info.outputPath('large.json');
  await writeFile(file, text.padEnd(5_100_000));
  for (const large of [file, '/dev/zero']) {
    expect(await run(['verify', large])).toEqual({
      printed: '',
      complained: `cannot read ${large}: more than 5000000 bytes`,
      code: 1,
    });
  }
});
