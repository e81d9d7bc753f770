// Receipts of what was agreed to in forms: among all records, and each alone.
import { describe, expect, it } from 'vitest';
import { isSigned, makeKeyPair, signerOf, thumbprint } from '../../browser/crypto/signature.ts';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import type { ConsentRecord } from '../choice/choice.ts';
import { answerOf, inForm } from '../choice/fakes.ts';
import { choiceEvent } from '../telemetry/choice-event.ts';
import { historyOf, receiptOf } from './fakes.ts';
import { toKantara } from './kantara.ts';
import { isRecord } from './record-shape.ts';
import { signReceipt } from './signed.ts';
import { verifyReceipt } from './verify.ts';

const crypto = { digest: webCrypto.digest, isSigned, thumbprint };
const signer = await signerOf(await makeKeyPair());
const records = await historyOf(webCrypto, [
  answerOf(['analytics']),
  inForm('newsletter'),
  inForm('testimonial'),
  answerOf([]),
  inForm('newsletter', false),
]);

const statusesIn = (each: readonly ConsentRecord[]) =>
  receiptOf(each)['dpv:hasRecordOfActivity'].map((node) => node['dpv:hasConsentStatus']);

const faultsOf = async (receipt: ReturnType<typeof receiptOf>) =>
  verifyReceipt(JSON.parse(JSON.stringify(await signReceipt(receipt, signer))), crypto);

describe('S-07 a receipt with consents in forms', () => {
  it('F-44 is valid, and says of each record what became of that alone', async () => {
    expect(await faultsOf(receiptOf(records))).toEqual([]);
    expect(statusesIn(records)).toEqual([
      'dpv:ConsentGiven',
      'dpv:ConsentGiven',
      'dpv:ConsentGiven',
      'dpv:ConsentWithdrawn',
      'dpv:ConsentWithdrawn',
    ]);
  });

  it('has the status of the newest choice, and so has its projection', () => {
    const afterYes = receiptOf(records.slice(0, 3));
    expect(afterYes['dpv:hasConsentStatus']).toBe('dpv:ConsentGiven');
    expect(toKantara(afterYes).services[0]?.purposes[0]?.purpose).toBe('Name of analytics');
    expect(receiptOf(records)['dpv:hasConsentStatus']).toBe('dpv:ConsentWithdrawn');
    const [, form] = records;
    expect(receiptOf([form as ConsentRecord])['dpv:hasConsentStatus']).toBe('dpv:ConsentGiven');
  });

  it('F-44 a record that is both a choice and of a form is none', () => {
    const [yes, form] = records as [ConsentRecord, ConsentRecord];
    expect(isRecord(form, '', [])).toBe(true);
    for (const odd of [
      { ...form, purposes: { ...form.purposes, analytics: true } },
      { ...form, collection: 'testimonial' },
      { ...form, services: { film: true } },
      { ...yes, collection: 'newsletter' },
      { ...yes, source: 'collection' },
      { ...yes, purposes: { ...yes.purposes, ...form.purposes } },
    ]) {
      expect(isRecord(odd, '', [])).toBe(false);
    }
  });

  it('L-25 its proof names the collection', () => {
    expect(choiceEvent(records[1] as ConsentRecord).attributes).toMatchObject({
      's9.source': 'collection',
      's9.collection.newsletter': 'granted',
    });
  });
});
