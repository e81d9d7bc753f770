import { describe, expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { answerOf, NOON_MS, POLICY, SETTINGS } from '../choice/fakes.ts';
import {
  eventfulHistoryOf,
  historyOf,
  PRIVACY_URL,
  QUOTED,
  RECEIPT_ID,
  receiptOf,
} from './fakes.ts';
import { toKantara } from './kantara.ts';
import { toReceipt } from './receipt.ts';
import { durationBetween } from './record-node.ts';

const history = await historyOf(webCrypto);
const receipt = receiptOf(history);
const nodes = receipt['dpv:hasRecordOfActivity'];
const processIn = (index: number, id: string) =>
  nodes[index]?.['dpv:hasProcess'].find((process) => process['dct:identifier'] === id);

describe('S-07 a receipt', () => {
  it('says which schema it keeps, which one it is and when it was made', () => {
    expect(receipt).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      'dct:identifier': RECEIPT_ID,
      'dct:created': '2026-03-01T13:00:00.000Z',
      'dpv:hasConsentStatus': 'dpv:ConsentWithdrawn',
    });
  });

  it('L-28 quotes each item’s own time, linked visits and parameters, where there are any', async () => {
    const own = { retentions: { ip: 'P2W' }, visitors: 'id' as const, queryParameters: ['size'] };
    const purposes = POLICY.purposes.map((each) =>
      each.id === 'social' ? { ...each, ...own } : { ...each, visitors: 'none' as const },
    );
    const settings = { ...SETTINGS, policy: { ...POLICY, purposes } };
    const made = receiptOf(await historyOf(webCrypto, [answerOf(['social'])], settings));
    const [, analytics, social] = made['dpv:hasRecordOfActivity'][0]?.['dpv:hasProcess'] ?? [];
    expect(social).toMatchObject({ 's9:visitors': 'id', 's9:queryParameters': ['size'] });
    expect(social?.['dpv:hasPersonalData'][0]).toMatchObject({
      'dct:identifier': 'ip',
      'dpv:hasStorageCondition': [{ '@type': 'dpv:StorageDuration', 'dpv:hasDuration': 'P14D' }],
    });
    expect(social?.['dpv:hasPersonalData'][1]).not.toHaveProperty('dpv:hasStorageCondition');
    expect(analytics).not.toHaveProperty('s9:visitors');
    expect(analytics).not.toHaveProperty('s9:queryParameters');
  });

  it('wraps every record, oldest first, with each mandatory field of 27560', () => {
    expect(nodes.map((node) => node['s9:stored'])).toEqual(history);
    const [record] = history;
    expect(nodes[0]).toMatchObject({
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
      'dct:identifier': record?.recordId,
      'dpv:hasDataSubject': { 'dct:identifier': record?.subjectId },
      'dpv:hasNotice': {
        '@type': 'dpv:ConsentNotice',
        'dct:identifier': 'test',
        'dct:hasVersion': '2026-03-01',
        'dct:language': 'en',
        's9:textHash': record?.textHash,
      },
      'dpv:hasDataController': [
        {
          'dct:identifier': 'https://site.example',
          'dpv:hasName': 'The Site',
          'dpv:hasAddress': PRIVACY_URL,
          'dpv:hasContact': 'privacy@site.example',
        },
      ],
      'dpv:hasJurisdiction': { 'dct:identifier': 'EU' },
      'dpv:hasLegalBasis': ['dpv:ExpressedConsent', 'eu-gdpr:A6-1-a'],
      'dpv:hasConsentStatus': 'dpv:ConsentGiven',
      'dpv:isIndicatedAtTime': '2026-03-01T12:00:00.000Z',
      'dpv:isIndicatedBy': { '@type': 'dpv:DataSubject', 'dct:identifier': record?.subjectId },
      'dpv:hasIndicationMethod': 'accept-all, pointer',
      'dpv:hasDuration': 'P6M',
      'dpv:hasConsentControl': {
        '@type': 'dpv:WithdrawConsent',
        'dpv:isExercisedAt': 'https://site.example',
      },
    });
  });

  it('L-25 takes what was asked from the record and only words from the policy of today', () => {
    expect(processIn(0, 'social')).toMatchObject({
      'dpv:hasPurpose': { 'dct:title': 'Name of social', 'dct:description': 'Reason for social' },
      'dpv:hasPersonalData': [
        { '@type': 'pd:IPAddress', 'dct:identifier': 'ip', 'dct:title': 'IP address' },
        { '@type': 'pd:BrowserHistory', 'dct:identifier': 'page' },
      ],
      'dpv:hasRecipient': [{ '@type': 'dpv:ThirdParty', 'dpv:hasName': 'Film House' }],
      'dpv:hasStorageCondition': [
        { 'dpv:hasLocation': 'dpv:RemoteLocation' },
        { 'dpv:hasDuration': 'P13M' },
      ],
    });
    const changed = toReceipt({
      records: history,
      receiptId: RECEIPT_ID,
      createdAt: NOON_MS,
      quoted: { jurisdiction: 'EU', controller: { name: 'Somebody else' } },
    });
    const [node] = changed['dpv:hasRecordOfActivity'];
    expect(node?.['dpv:hasDataController'][0]?.['dpv:hasName']).toBe('The Site');
    expect(node?.['dpv:hasProcess'][2]?.['dpv:hasPersonalData']).toHaveLength(2);
  });

  it('L-26 holds no address of a page but of the one on privacy', () => {
    expect(JSON.stringify(receipt).replaceAll(PRIVACY_URL, '')).not.toContain('site.example/');
  });

  it('names GDPR only where the policy does', () => {
    const { jurisdiction: _jurisdiction, ...elsewhere } = QUOTED;
    const text = JSON.stringify(
      toReceipt({
        records: history,
        receiptId: RECEIPT_ID,
        createdAt: NOON_MS,
        quoted: { ...elsewhere, rights: [] },
      })['dpv:hasRecordOfActivity'],
    );
    expect(text).not.toContain('eu-gdpr');
  });
});

describe('S-07 the status', () => {
  const statuses = (id: string) =>
    nodes.map((_node, index) => processIn(index, id)?.['dpv:hasConsentStatus']);

  it('of a purpose is given, renewed, withdrawn', () => {
    expect(statuses('analytics')).toEqual([
      'dpv:ConsentGiven',
      'dpv:RenewedConsentGiven',
      'dpv:ConsentWithdrawn',
    ]);
    expect(statuses('social')).toEqual([
      'dpv:ConsentGiven',
      'dpv:ConsentWithdrawn',
      'dpv:ConsentRefused',
    ]);
  });

  it('of a service is its own', () => {
    expect(processIn(0, 'social')?.['dpv:hasService']).toMatchObject([
      { 'dct:identifier': 'film', 'dpv:hasConsentStatus': 'dpv:ConsentGiven' },
      { 'dct:identifier': 'pins', 'dpv:hasConsentStatus': 'dpv:ConsentRefused' },
    ]);
  });

  it('is not claimed for what runs unasked, which stays on the device', () => {
    expect(processIn(0, 'necessary')).not.toHaveProperty('dpv:hasConsentStatus');
    expect(processIn(0, 'necessary')?.['dpv:hasStorageCondition'][0]).toMatchObject({
      'dpv:hasLocation': 'dpv:WithinDevice',
    });
  });

  it('L-28 is expired from the instant the newest record does not count', async () => {
    const [yes] = await historyOf(webCrypto, [answerOf(['analytics'])]);
    const [no] = await historyOf(webCrypto, [answerOf([])]);
    if (!yes || !no) throw new Error('no record');
    const at = (record: typeof yes, ms: number) => receiptOf([record], ms)['dpv:hasConsentStatus'];
    expect(at(yes, yes.expiresAt - 1)).toBe('dpv:ConsentGiven');
    expect(at(yes, yes.expiresAt)).toBe('dpv:ConsentExpired');
    expect(at(no, no.expiresAt - 1)).toBe('dpv:ConsentRefused');
    expect(at(no, no.expiresAt)).toBe('dpv:ConsentUnknown');
  });

  it('F-31 L-43 of what ran out is expired, and a signal takes back and renews nothing', async () => {
    const eventful = receiptOf(await eventfulHistoryOf(webCrypto));
    const records = eventful['dpv:hasRecordOfActivity'];
    expect(records.map((node) => node['dpv:hasConsentStatus'])).toEqual([
      'dpv:ConsentGiven',
      'dpv:ConsentExpired',
      'dpv:ConsentGiven',
      'dpv:ConsentWithdrawn',
    ]);
    expect(records[1]?.['dpv:hasDuration']).toBe('P0D');
    const [analytics, , social] = records[3]?.['dpv:hasProcess'] ?? [];
    expect(analytics?.['dpv:hasConsentStatus']).toBe('dpv:ConsentGiven');
    expect(social?.['dpv:hasConsentStatus']).toBe('dpv:ConsentWithdrawn');
    expect(toKantara(eventful).services[0]?.purposes).toMatchObject([
      { purposeCategory: ['analytics'] },
    ]);
  });

  it('F-31 of a receipt whose newest record is an end is expired', async () => {
    const ended = (await eventfulHistoryOf(webCrypto)).slice(0, 2);
    expect(receiptOf(ended)['dpv:hasConsentStatus']).toBe('dpv:ConsentExpired');
    expect(toKantara(receiptOf(ended)).services).toEqual([]);
  });

  it('of a yes after an expired yes is given, not renewed', async () => {
    const [first, second] = await historyOf(webCrypto, [
      answerOf(['analytics']),
      answerOf(['analytics']),
    ]);
    if (!first || !second) throw new Error('no record');
    const late = { ...second, decidedAt: first.expiresAt };
    expect(receiptOf([first, late])['dpv:hasRecordOfActivity'][1]?.['dpv:hasConsentStatus']).toBe(
      'dpv:ConsentGiven',
    );
  });

  it.each([
    ['custom', 'pointer', 'dpv:DataSubject', 'dpv:ConsentRefused'],
    ['site', 'script', 'dpv:DataController', 'dpv:ConsentRefused'],
    ['reject-all', 'script', 'dpv:DataController', 'dpv:ConsentRefused'],
    ['signal', 'script', 'dpv:Agent', 'dpv:ConsentRefused'],
    ['expired', 'script', 'dpv:Agent', 'dpv:ConsentUnknown'],
  ] as const)('F-43 of %s by %s is told of %s: %s', async (source, input, agent, status) => {
    const [record] = await historyOf(webCrypto, [{ ...answerOf([], source), input }]);
    expect(receiptOf(record ? [record] : [])['dpv:hasRecordOfActivity'][0]).toMatchObject({
      'dpv:isIndicatedBy': { '@type': agent },
      'dpv:hasConsentStatus': status,
    });
  });
});

it.each([
  ['P2W', 'P14D'],
  ['P1Y2M3W4D', 'P1Y2M25D'],
  ['P25M', 'P25M'],
] as const)('S-07 a retention of %s is %s, as RDF has no weeks', async (retention, duration) => {
  const purposes = POLICY.purposes.map((purpose) => ({ ...purpose, retention }));
  const settings = { ...SETTINGS, policy: { ...POLICY, purposes } };
  const [node] = receiptOf(await historyOf(webCrypto, [answerOf([])], settings))[
    'dpv:hasRecordOfActivity'
  ];
  expect(node?.['dpv:hasProcess'][0]?.['dpv:hasStorageCondition'][1]).toMatchObject({
    'dpv:hasDuration': duration,
  });
  expect(node?.['s9:stored'].asked.purposes['analytics']?.retention).toBe(retention);
});

it.each([
  ['2026-01-31T12:00:00Z', '2026-02-28T12:00:00Z', 'P1M'],
  ['2026-01-31T12:00:00Z', '2027-01-31T12:00:00Z', 'P12M'],
  ['2026-01-31T12:00:00Z', '2026-01-31T12:00:30Z', 'PT30S'],
])('S-07 from %s to %s is %s', (from, to, duration) => {
  expect(durationBetween(Date.parse(from), Date.parse(to))).toBe(duration);
});
