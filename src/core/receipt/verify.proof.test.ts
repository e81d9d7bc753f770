// What a receipt says of its own proof is what we write there; a verdict says by which key.
import { describe, expect, it } from 'vitest';
import { isSigned, makeKeyPair, signerOf, thumbprint } from '../../browser/crypto/signature.ts';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { historyOf, receiptOf } from './fakes.ts';
import type { Receipt } from './receipt.ts';
import { signedText, signReceipt } from './signed.ts';
import { verifyReceipt } from './verify.ts';

const crypto = { digest: webCrypto.digest, isSigned, thumbprint };
const here = await signerOf(await makeKeyPair());
const elsewhere = await signerOf(await makeKeyPair());
const good = await signReceipt(receiptOf(await historyOf(webCrypto)), here);

async function faultsOf(receipt: unknown): Promise<string[]> {
  const faults = await verifyReceipt(receipt, crypto);
  return faults.map(({ path, expected }) => `${path}: ${expected}`);
}

/** With another proof, signed by whoever wrote it. */
async function provedBy(said: object): Promise<string[]> {
  const receipt = {
    ...good,
    proof: { ...good.proof, 's9:publicKey': elsewhere.publicKey, ...said },
  };
  const signature = await elsewhere.sign(signedText(receipt as unknown as Receipt));
  return faultsOf({ ...receipt, proof: { ...receipt.proof, 's9:signature': signature } });
}

describe('F-44 what a proof says of itself', () => {
  it('is what we write, by whatever key', async () => {
    expect(await provedBy({})).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['a name', { '@type': 's9:NotarySignature' }, /^proof\.@type: "s9:DeviceSignature"/],
    ['a certificate', { 'dct:description': 'Certified.' }, /^proof\.dct:description: "Made in/],
    ['an algorithm', { 's9:algorithm': 'none' }, /^proof\.s9:algorithm: "ES256"/],
    ['another form', { 's9:canonicalization': 'XML' }, /^proof\.s9:canonicalization: "RFC 8785"/],
    ['more', { 'dct:title': 'Notarised' }, /^proof\.dct:title: no such member/],
    [
      'a name for its key',
      { 's9:publicKey': { ...elsewhere.publicKey, kid: 'The authority' } },
      /^proof\.s9:publicKey: a public key of P-256/,
    ],
    ['no key', { 's9:publicKey': 'key' }, /^proof\.s9:publicKey: a public key of P-256/],
  ])('cannot be %s', async (_what, said, fault) => {
    expect((await provedBy(said)).join('\n')).toMatch(new RegExp(fault, 'm'));
  });

  it.each([
    ['padding', (signature: string) => `${signature}=`],
    ['a blank', (signature: string) => ` ${signature}`],
    ['a letter that says the same', (signature: string) => `${signature.slice(0, -1)}B`],
  ])('has its signature in one form: no %s', async (_what, written) => {
    const signature = written(String(good.proof?.['s9:signature']));
    const receipt = { ...good, proof: { ...good.proof, 's9:signature': signature } };
    expect(await faultsOf(receipt)).toEqual(['proof.s9:signature: 64 bytes in base64url']);
  });
});

describe('F-44 a verdict', () => {
  it('is an empty list where nothing is wrong, and tells what was checked and by which key', async () => {
    const verdict = await verifyReceipt(good, crypto);
    expect(verdict).toEqual([]);
    // RFC 7638, section 3.1: these members, in this order.
    const { crv, kty, x, y } = here.publicKey;
    const hex = String(await webCrypto.digest(JSON.stringify({ crv, kty, x, y })));
    expect(verdict.thumbprint).toBe(Buffer.from(hex, 'hex').toString('base64url'));
    expect(verdict.checked.join('\n')).toMatch(
      /^records: 3 records of https:\/\/site\.example.*\nchain: .*T12:00:00.000Z to .*T12:02:00.000Z\npolicy: .*[0-9a-f]{64}\n/,
    );
    expect(verdict.checked.at(-1)).toContain(verdict.thumbprint);
  });

  it('tells of nothing checked where something is wrong', async () => {
    const edited = await verifyReceipt({ ...good, 'dct:title': 'x' }, crypto);
    expect([edited.checked, edited.thumbprint]).toEqual([[], null]);
    expect((await verifyReceipt(null, crypto)).checked).toEqual([]);
  });
});
