// Receipts keep the schema in docs/receipt, and use no term that DPV 2.3 does not define.
import { expect, test } from 'vitest';
import { read } from '../../guards/project-files.ts';
import { webCrypto } from '../../src/browser/crypto/web-crypto.ts';
import { NOON_MS } from '../../src/core/choice/fakes.ts';
import { CONTEXT } from '../../src/core/receipt/context.ts';
import {
  deliveredOf,
  eventfulHistoryOf,
  historyOf,
  QUOTED,
  RECEIPT_ID,
  receiptOf,
} from '../../src/core/receipt/fakes.ts';
import { toReceipt } from '../../src/core/receipt/receipt.ts';
import { signReceipt } from '../../src/core/receipt/signed.ts';
import { faultsIn, type Schema } from './json-schema.ts';
import { termsIn } from './receipt-terms.ts';

const schema = JSON.parse(read('docs/receipt/receipt.schema.json')) as Schema;
const defined = new Set(read('docs/receipt/dpv-2.3-terms.txt').split('\n'));

const receipt = await signReceipt(receiptOf(await historyOf(webCrypto)), {
  publicKey: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
  sign: () => Promise.resolve('s'.repeat(86)),
});
const MADE = { receiptId: RECEIPT_ID, createdAt: NOON_MS, quoted: QUOTED };
const undefinedIn = (document: unknown) => termsIn(document).filter((term) => !defined.has(term));

/** The receipt with the text `from`, wherever it stands, made `to`. */
const changed = (from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(receipt).replaceAll(from, to));

test('S-07 a receipt keeps the schema, signed or not', async () => {
  expect(faultsIn(schema, receipt)).toEqual([]);
  expect(faultsIn(schema, await signReceipt(receiptOf(await historyOf(webCrypto)), null))).toEqual(
    [],
  );
  const records = await historyOf(webCrypto);
  const delivered = toReceipt({ records, delivered: deliveredOf(records), ...MADE });
  expect(faultsIn(schema, await signReceipt(delivered, null))).toEqual([]);
  const folded = { folded: 3, from: 1, until: 2, hash: 'a'.repeat(64) };
  const eventful = receiptOf(await eventfulHistoryOf(webCrypto), undefined, folded);
  expect(faultsIn(schema, await signReceipt(eventful, null))).toEqual([]);
});

test.for([
  ['"dpv:ConsentGiven"', '"dpv:ConsentTerminated"', /hasConsentStatus: expected one of/],
  ['"s9:build"', '"s9:builder"', /s9:builder: expected no such member/],
  ['"dpv:hasDuration":"P6M"', '"dpv:hasDuration":"six months"', /hasDuration: expected/],
  ['"dpv:hasDuration":"P13M"', '"dpv:hasDuration":"P2W"', /hasDuration: expected/],
  ['"foaf:page":"https://site.example', '"foaf:page":"', /foaf:page: expected/],
  ['"dpv:isExercisedAt":"https://site.example"', '"dpv:isExercisedAt":"/"', /isExercisedAt: exp/],
  ['"shape":1', '"shape":2', /stored\.shape: expected 1/],
  ['"decidedAt":17', '"ipAddress":"192.0.2.1","decidedAt":17', /ipAddress: expected no such/],
  ['"dpv:hasDataSubject":', '"dpv:hasDataSubjects":', /hasDataSubject: expected to be given/],
  ['"x":"x', '"x":"', /publicKey\.x: expected/],
] as const)('S-07 L-26 %s made %s breaks it', ([from, to, fault]) => {
  expect(faultsIn(schema, changed(from, to)).join('\n')).toMatch(fault);
});

test('a keyword that is not understood is an error', () => {
  expect(() => faultsIn({ maxItems: 3 }, [])).toThrow('maxItems is not understood');
});

test('S-07 every term of a receipt and of its context stands in DPV 2.3', () => {
  expect(termsIn(receipt).length).toBeGreaterThan(40);
  expect(undefinedIn(receipt)).toEqual([]);
});

test.for([
  ['"dpv:ConsentGiven"', '"dpv:ConsentTerminated"', 'https://w3id.org/dpv#ConsentTerminated'],
  ['"dpv:hasNotice"', '"dpv:hasNotices"', 'https://w3id.org/dpv#hasNotices'],
  ['"pd:IPAddress"', '"pd:IpAddress"', 'https://w3id.org/dpv/pd#IpAddress'],
  [
    'dpv-27560#receipt-eu-gdpr',
    'dpv-27560#receipt-record',
    'https://w3id.org/dpv/schema/dpv-27560#receipt-record',
  ],
] as const)('S-07 a term that nobody defined is noticed: %s made %s', ([from, to, term]) => {
  expect(undefinedIn(changed(from, to))).toEqual([term]);
});

test('S-07 the context in docs is the one receipts carry', () => {
  expect(JSON.parse(read('docs/receipt/context.jsonld'))).toEqual({ '@context': CONTEXT });
  expect(receipt['@context']).toEqual(CONTEXT);
});
