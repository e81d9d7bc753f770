import { describe, expect, it } from 'vitest';
import { isSigned, makeKeyPair, signerOf, thumbprint } from '../../browser/crypto/signature.ts';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { historyOf, receiptOf } from './fakes.ts';
import { jcs } from './jcs.ts';
import type { Receipt } from './receipt.ts';
import { signReceipt } from './signed.ts';
import { verifyReceipt } from './verify.ts';

const crypto = { digest: webCrypto.digest, isSigned, thumbprint };
const here = await signerOf(await makeKeyPair());
const elsewhere = await signerOf(await makeKeyPair());
const good = await signReceipt(receiptOf(await historyOf(webCrypto)), here);

type Json = { [member: string]: Json } & Json[];

const copy = (): Json => JSON.parse(JSON.stringify(good)) as Json;
const recordsOf = (receipt: Json) => receipt['dpv:hasRecordOfActivity'] as Json;
const storedIn = (receipt: Json, index: number) => recordsOf(receipt)[index]?.['s9:stored'] as Json;

async function faultsOf(receipt: unknown): Promise<string[]> {
  const faults = await verifyReceipt(receipt, crypto);
  return faults.map(({ path, expected }) => `${path}: ${expected}`);
}

/** Edited, and signed anew by whoever edited it: only the records themselves can tell. */
async function resealed(edit: (receipt: Json) => void): Promise<string[]> {
  const receipt = copy();
  edit(receipt);
  delete receipt['proof'];
  return faultsOf(await signReceipt(receipt as unknown as Receipt, elsewhere));
}

const put = (target: Json | undefined, member: string | number, value: unknown): void => {
  (target as unknown as Record<string, unknown>)[member] = value;
};
const RECORD = 'dpv:hasRecordOfActivity';

describe('F-44 a receipt', () => {
  it('is valid as it was made, after any journey as JSON', async () => {
    expect(await faultsOf(copy())).toEqual([]);
    expect(await faultsOf(JSON.parse(jcs(good)))).toEqual([]);
  });

  it.each<[string, (receipt: Json) => void, RegExp]>([
    [
      'an edited answer',
      (receipt) => put(storedIn(receipt, 1)['purposes'], 'social', true),
      /^dpv:hasRecordOfActivity\[1\]\.s9:stored\.hash: the hash of this record/,
    ],
    [
      'an answer edited in the statements only',
      (receipt) =>
        put(
          recordsOf(receipt)[1]?.['dpv:hasProcess']?.[2],
          'dpv:hasConsentStatus',
          'dpv:ConsentGiven',
        ),
      /\[1\]\.dpv:hasProcess\[2\]\.dpv:hasConsentStatus: "dpv:ConsentWithdrawn"/,
    ],
    [
      'an edited time',
      (receipt) =>
        put(storedIn(receipt, 0), 'decidedAt', Number(storedIn(receipt, 0)['decidedAt']) - 1),
      /\[0\]\.s9:stored\.hash: the hash of this record/,
    ],
    [
      'a time after the receipt was made',
      (receipt) => put(receipt, 'dct:created', '2026-03-01T12:01:00.000Z'),
      /\[2\]\.s9:stored\.decidedAt: not after the receipt was made/,
    ],
    [
      'a choice that ends before it begins',
      (receipt) => put(storedIn(receipt, 2), 'expiresAt', 0),
      /\[2\]\.s9:stored\.expiresAt: after 1772/,
    ],
    [
      'a removed record',
      (receipt) => void recordsOf(receipt).splice(1, 1),
      /\[1\]\.s9:stored\.previous: the hash of what was before/,
    ],
    [
      'a removed beginning',
      (receipt) => void recordsOf(receipt).shift(),
      /\[0\]\.s9:stored\.previous: null in the first/,
    ],
    [
      'records in another order',
      (receipt) => void recordsOf(receipt).reverse(),
      /\[1\]\.s9:stored\.decidedAt: not before/,
    ],
    [
      'a record twice',
      (receipt) => void recordsOf(receipt).push(recordsOf(receipt)[2] as Json),
      /\[3\]\.s9:stored\.recordId: an id used once/,
    ],
    [
      'an edited hash of the words on screen',
      (receipt) => put(storedIn(receipt, 0), 'textHash', 'a'.repeat(64)),
      /\[0\]\.s9:stored\.hash: the hash of this record/,
    ],
    [
      'a hash of the words that is none',
      (receipt) => put(storedIn(receipt, 0), 'textHash', 'The Site asks'),
      /\[0\]\.s9:stored\.textHash: SHA-256 in hex, or null/,
    ],
    [
      'edited terms',
      (receipt) =>
        put(storedIn(receipt, 0)['asked']?.['purposes']?.['social'], 'retention', 'P10Y'),
      /\[0\]\.s9:stored\.policyHash: the hash of what was asked/,
    ],
    [
      'another person',
      (receipt) => put(storedIn(receipt, 1), 'subjectId', '3f0c9a52-7a2e-4c58-9d3b-0a4f1f6d2b11'),
      /\[1\]\.s9:stored\.subjectId: the subject of the record before/,
    ],
    [
      'F-49 a record of another site',
      (receipt) => put(storedIn(receipt, 1), 'origin', 'https://other.example'),
      /\[1\]\.s9:stored\.origin: the site of the first record/,
    ],
    [
      'S-07 an invented status',
      (receipt) => put(recordsOf(receipt)[0], 'dpv:hasConsentStatus', 'dpv:ConsentTerminated'),
      /\[0\]\.dpv:hasConsentStatus: "dpv:ConsentGiven"/,
    ],
    [
      'S-07 an invented term',
      (receipt) => put(recordsOf(receipt)[0], 'dpv:hasTrust', 'full'),
      /\[0\]\.dpv:hasTrust: no such member/,
    ],
    [
      'L-26 an added address',
      (receipt) => put(storedIn(receipt, 0), 'ipAddress', '192.0.2.1'),
      /\[0\]\.s9:stored\.ipAddress: no such member/,
    ],
    [
      'another meaning of its terms',
      (receipt) => put(receipt['@context'], 'dpv', 'https://elsewhere.example/'),
      /^@context\.dpv: "https:\/\/w3id\.org\/dpv#"/m,
    ],
    [
      'a consent that has not expired',
      (receipt) => put(receipt, 'dpv:hasConsentStatus', 'dpv:ConsentGiven'),
      /^dpv:hasConsentStatus: "dpv:ConsentWithdrawn"/,
    ],
    [
      'a purpose left unsaid',
      (receipt) => void (recordsOf(receipt)[0]?.['dpv:hasProcess'] as Json | undefined)?.pop(),
      /\[0\]\.dpv:hasProcess: 3 entries/,
    ],
    [
      'a recipient nobody was asked about',
      (receipt) =>
        void (
          recordsOf(receipt)[0]?.['dpv:hasProcess']?.[2]?.['dpv:hasRecipient'] as Json | undefined
        )?.push({} as Json),
      /\[0\]\.dpv:hasProcess\[2\]\.dpv:hasRecipient: 1 entries/,
    ],
    [
      'an answer of the receiver that is none',
      (receipt) => put(recordsOf(receipt)[0], 's9:delivered', { status: 200 }),
      /\[0\]\.s9:delivered: an answer of a receiver/,
    ],
    [
      "another record's answer of the receiver",
      (receipt) =>
        put(recordsOf(receipt)[0], 's9:delivered', {
          recordId: storedIn(receipt, 1)['recordId'],
          status: 200,
          sentAt: 1,
          answeredAt: 1,
        }),
      /\[0\]\.s9:delivered: no such member/,
    ],
    ['a fold of nothing', (receipt) => put(receipt, 's9:folded', 7), /^s9:folded: an object/],
    ['no records', (receipt) => put(receipt, RECORD, []), /a list of one record or more/],
    ['no id', (receipt) => put(receipt, 'dct:identifier', 7), /^dct:identifier: a UUID/],
    ['no time', (receipt) => put(receipt, 'dct:created', 'today'), /^dct:created: a time as/],
    ['no list of the unasked', (receipt) => put(receipt, 's9:unasked', 0), /^s9:unasked: a list/],
    ['no place', (receipt) => put(receipt, 's9:jurisdiction', 7), /^s9:jurisdiction: a text/],
  ])('with %s is not, even signed anew', async (_what, edit, fault) => {
    const faults = await resealed(edit);
    expect(faults.join('\n')).toMatch(new RegExp(fault, 'm'));
    expect(faults.join('\n')).not.toContain('proof');
  });

  it.each<[string, (receipt: Json) => void, RegExp]>([
    [
      'edited words',
      (receipt) => {
        for (const record of recordsOf(receipt)) {
          put(record['dpv:hasProcess']?.[1]?.['dpv:hasPurpose'], 'dct:title', 'Other');
        }
      },
      /^proof.s9:signature: the signature of this receipt/,
    ],
    [
      'an edited contact',
      (receipt) => {
        for (const record of recordsOf(receipt)) {
          put(record['dpv:hasDataController']?.[0], 'dpv:hasContact', 'x');
        }
      },
      /^proof.s9:signature: the signature of this receipt/,
    ],
    [
      'another signature',
      (receipt) => put(receipt['proof'], 's9:signature', 'A'.repeat(86)),
      /^proof.s9:signature: the signature of this receipt/,
    ],
    [
      'another key',
      (receipt) => put(receipt['proof'], 's9:publicKey', elsewhere.publicKey),
      /^proof.s9:signature: the signature of this receipt/,
    ],
    ['no proof', (receipt) => void delete receipt['proof'], /^proof.s9:signature: a signature;/],
  ])('with %s is not: only the signature can tell', async (_what, edit, fault) => {
    const receipt = copy();
    edit(receipt);
    const faults = await faultsOf(receipt);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('that says it is unsigned is not valid either', async () => {
    const { proof: _proof, ...unsigned } = good;
    expect(await faultsOf(await signReceipt(unsigned as Receipt, null))).toEqual([
      expect.stringMatching(/^proof.s9:signature: a signature;/),
    ]);
  });

  it.each<[string, (receipt: Json) => void, RegExp]>([
    [
      'words in one record that are others in the next',
      (receipt) =>
        put(recordsOf(receipt)[1]?.['dpv:hasProcess']?.[1]?.['dpv:hasPurpose'], 'dct:title', 'Z'),
      /\[1\]\.dpv:hasProcess\[1\]\.dpv:hasPurpose\.dct:title: "Name of necessary"/,
    ],
    [
      'words where none stand',
      (receipt) => put(receipt, 'dct:description', 'This person agreed to everything.'),
      /^dct:description: no such member/,
    ],
    [
      'words about a record',
      (receipt) => put(recordsOf(receipt)[0], 'dct:title', 'Signed by hand'),
      /\[0\]\.dct:title: no such member/,
    ],
    [
      'a page of its own',
      (receipt) => put(receipt, 'foaf:page', 'https://authority.example/'),
      /^foaf:page: no such member/,
    ],
    [
      'words that are none',
      (receipt) =>
        put(recordsOf(receipt)[0]?.['dpv:hasProcess']?.[1]?.['dpv:hasPurpose'], 'dct:title', [7]),
      /\[0\]\.dpv:hasProcess\[1\]\.dpv:hasPurpose\.dct:title: no such member/,
    ],
    [
      'rights of a record',
      (receipt) => put(recordsOf(receipt)[0], 'dpv:hasRight', [{ 'dct:title': 'None' }]),
      /\[0\]\.dpv:hasRight: no such member/,
    ],
    [
      'a right that is none',
      (receipt) => put(receipt, 'dpv:hasRight', [{ any: 'thing' }]),
      /^dpv:hasRight\[0\]\.any: no such member/,
    ],
    [
      'a right in the term of another',
      (receipt) => put(receipt['dpv:hasRight']?.[0], '@type', 'eu-gdpr:A1'),
      /^dpv:hasRight\[0\]\.@type: "dpv:DataSubjectRight"/,
    ],
    [
      'a proof within a record',
      (receipt) => put(recordsOf(receipt)[0], 'proof', { 'dct:title': 'Signed by the subject' }),
      /\[0\]\.proof: no such member/,
    ],
    [
      'F-42 a page that runs something',
      (receipt) => {
        for (const record of recordsOf(receipt)) {
          put(record['dpv:hasNotice'], 'foaf:page', 'java\nscript:alert(1)');
        }
      },
      /^foaf:page: the address of a page/,
    ],
    [
      'F-42 a contact that runs something',
      (receipt) => {
        for (const record of recordsOf(receipt)) {
          put(record['dpv:hasDataController']?.[0], 'dpv:hasContact', ' javascript:alert(1)');
        }
      },
      /^dpv:hasContact: an address, or words/,
    ],
    [
      'a purpose that was asked about and is said to run unasked',
      (receipt) => {
        put(receipt, 's9:unasked', ['analytics', 'necessary']);
        for (const record of recordsOf(receipt)) {
          delete record['dpv:hasProcess']?.[0]?.['dpv:hasConsentStatus'];
        }
      },
      /\[0\]\.dpv:hasProcess\[0\]\.dpv:hasConsentStatus: "dpv:ConsentGiven"/,
    ],
    [
      'a purpose that runs unasked twice',
      (receipt) => put(receipt, 's9:unasked', ['necessary', 'necessary']),
      /^s9:unasked: 1 entries/,
    ],
  ])('with %s is not, even signed anew', async (_what, edit, fault) => {
    expect((await resealed(edit)).join('\n')).toMatch(new RegExp(fault, 'm'));
  });

  it.each([null, 7, 'receipt', [], {}])('is not made of %j', async (junk) => {
    expect(await faultsOf(junk)).not.toEqual([]);
  });
});
