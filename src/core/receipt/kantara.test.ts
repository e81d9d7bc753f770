import { describe, expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { answerOf } from '../choice/fakes.ts';
import { historyOf, PRIVACY_URL, RECEIPT_ID, receiptOf } from './fakes.ts';
import { toKantara } from './kantara.ts';

const [yes, film, no] = await historyOf(webCrypto, [
  answerOf(['analytics']),
  answerOf(['social', 'film']),
  answerOf([], 'reject-all'),
]);
if (!yes || !film || !no) throw new Error('no records');

describe('S-08 a Kantara receipt', () => {
  it('has every member of version 1.1, from the 27560 receipt alone', () => {
    const receipt = receiptOf([yes]);
    expect(toKantara(JSON.parse(JSON.stringify(receipt)) as typeof receipt)).toEqual({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'EU',
      consentTimestamp: Date.UTC(2026, 2, 1, 12) / 1000,
      collectionMethod: 'custom, pointer',
      consentReceiptID: RECEIPT_ID,
      language: 'en',
      piiPrincipalId: yes.subjectId,
      piiControllers: [
        {
          piiController: 'The Site',
          contact: 'privacy@site.example',
          address: { streetAddress: PRIVACY_URL },
          email: 'privacy@site.example',
          phone: '',
        },
      ],
      policyUrl: PRIVACY_URL,
      services: [
        {
          service: 'The Site',
          purposes: [
            {
              purpose: 'Name of analytics',
              purposeCategory: ['analytics'],
              consentType: 'EXPLICIT',
              piiCategory: ['IP address', 'Pages you visit', 'domain', 'browser', 'os'],
              primaryPurpose: false,
              termination: 'P25M',
              thirdPartyDisclosure: false,
            },
          ],
        },
      ],
      sensitive: false,
      spiCat: [],
    });
  });

  it('names the third parties that were granted, and no others', () => {
    expect(toKantara(receiptOf([yes, film])).services[0]?.purposes).toMatchObject([
      { purpose: 'Name of social', thirdPartyDisclosure: true, thirdPartyName: 'Name of film' },
    ]);
  });

  it('names a service that was granted alone', async () => {
    const [alone] = await historyOf(webCrypto, [answerOf(['film'])]);
    expect(toKantara(receiptOf(alone ? [alone] : [])).services[0]?.purposes).toMatchObject([
      { purposeCategory: ['social'], thirdPartyName: 'Name of film' },
    ]);
  });

  it('claims no consent after a no, nor after it expired', () => {
    expect(toKantara(receiptOf([yes, film, no])).services).toEqual([]);
    expect(toKantara(receiptOf([yes], yes.expiresAt)).services).toEqual([]);
    expect(toKantara(receiptOf([yes], yes.expiresAt - 1)).services).toHaveLength(1);
  });
});
