// A receipt as text says one thing under one name, and is no larger than one of ours can be.
import { describe, expect, it } from 'vitest';
import { isSigned, makeKeyPair, signerOf, thumbprint } from '../../browser/crypto/signature.ts';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { historyOf, receiptOf } from './fakes.ts';
import { jcs } from './jcs.ts';
import { signReceipt } from './signed.ts';
import { verifyReceipt } from './verify.ts';

const crypto = { digest: webCrypto.digest, isSigned, thumbprint };
const here = await signerOf(await makeKeyPair());
const good = await signReceipt(receiptOf(await historyOf(webCrypto)), here);
const RECORD = 'dpv:hasRecordOfActivity';

async function faultsOf(receipt: unknown): Promise<string[]> {
  const faults = await verifyReceipt(receipt, crypto);
  return faults.map(({ path, expected }) => `${path}: ${expected}`);
}

describe('F-44 a text', () => {
  const text = JSON.stringify(good);
  const nested = (levels: number): unknown => (levels === 0 ? '' : [nested(levels - 1)]);

  it('is read as it stands', async () => {
    expect(await faultsOf(text)).toEqual([]);
    expect(await faultsOf(jcs(good))).toEqual([]);
  });

  it.each<[string, string]>([
    [text.replace('{', '{"dpv:hasConsentStatus":"dpv:ConsentGiven",'), 'dpv:hasConsentStatus'],
    [text.replace('{', '{"dpv:hasConsent\\u0053tatus":"",'), 'dpv:hasConsentStatus'],
    [
      text.replace('"s9:stored":{"asked"', '"s9:stored":{"shape":1,"asked"'),
      `${RECORD}[0].s9:stored.shape`,
    ],
    [text.replace('"proof":{', '"proof":{"s9:algorithm":"none",'), 'proof.s9:algorithm'],
  ])('that says two things under one name is refused: %#', async (twice, path) => {
    expect(await faultsOf(twice)).toContain(`${path}: a member named once`);
  });

  it('that is no JSON, or none at all, is refused in words', async () => {
    expect((await faultsOf('{"a": \u001b[2J')).join()).toMatch(/^: JSON \(/);
    expect(await faultsOf('')).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['text', `{"dct:description":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['value', { ...good, 'dct:description': nested(9000) }],
  ])('that goes deeper than any receipt is refused, as %s', async (_as, deep) => {
    expect((await faultsOf(deep)).join()).toMatch(/^dct:description(\[0\])+: at most 32 levels$/);
  });

  it.each<[string, unknown]>([
    ['text', `${text}${' '.repeat(5_000_000)}`],
    ['value', { ...good, 'dct:description': 'x'.repeat(5_000_000) }],
  ])('that is larger than any receipt is refused, as %s', async (_as, large) => {
    expect((await faultsOf(large)).join()).toMatch(/: at most 5 MB$/);
  });

  it('of more records than a browser keeps is refused, and of more purposes than a policy has', async () => {
    const unasked = Array.from({ length: 101 }, (_each, at) => `purpose-${at}`);
    expect(await faultsOf({ ...good, 's9:unasked': unasked })).toEqual([
      's9:unasked: a list of purposes, up to 100',
    ]);
    const records = Array.from({ length: 201 }, () => good[RECORD][0]);
    expect(await faultsOf({ ...good, [RECORD]: records })).toEqual([
      `${RECORD}: a list of one record or more, up to 200`,
    ]);
  });
});
