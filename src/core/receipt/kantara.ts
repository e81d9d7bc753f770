// A receipt in the older form of Kantara's Consent Receipt 1.1: a projection of ours, with nothing added (S-08).
import { newestIn, type Receipt } from './receipt.ts';

type RecordNode = Receipt['dpv:hasRecordOfActivity'][number];
type ProcessNode = RecordNode['dpv:hasProcess'][number];

const GIVEN = ['dpv:ConsentGiven', 'dpv:RenewedConsentGiven'];

const OVER = ['dpv:ConsentExpired', 'dpv:ConsentUnknown'];

const isGiven = ({
  'dpv:hasConsentStatus': status = '',
}: {
  'dpv:hasConsentStatus'?: string | undefined;
}) => GIVEN.includes(status);

const MS_PER_SECOND = 1000;

/** Third parties that were granted; those of a service that was refused are not named. */
function thirdParties(process: ProcessNode): string[] {
  const services = process['dpv:hasService'].filter(isGiven);
  const recipients = process['dpv:hasRecipient'].filter(
    (each) => each['@type'] === 'dpv:ThirdParty',
  );
  return process['dpv:hasService'].length > 0
    ? services.map((service) => service['dct:title'] ?? service['dct:identifier'])
    : recipients.map((recipient) => recipient['dpv:hasName']);
}

function purposeOf(process: ProcessNode) {
  const others = thirdParties(process);
  const duration = process['dpv:hasStorageCondition'].find((each) => 'dpv:hasDuration' in each);
  return {
    purpose: process['dpv:hasPurpose']['dct:title'] ?? process['dct:identifier'],
    purposeCategory: [process['dct:identifier']],
    consentType: 'EXPLICIT',
    piiCategory: process['dpv:hasPersonalData'].map(
      (data) => data['dct:title'] ?? data['dct:identifier'],
    ),
    primaryPurpose: false,
    /** How long it is kept (ISO 8601). */
    termination: duration?.['dpv:hasDuration'] ?? '',
    thirdPartyDisclosure: others.length > 0,
    ...(others.length > 0 ? { thirdPartyName: others.join(', ') } : {}),
  };
}

function controllerOf(party: RecordNode['dpv:hasDataController'][number]) {
  const { 'dpv:hasContact': contact, 'dpv:hasAddress': streetAddress } = party;
  return {
    piiController: party['dpv:hasName'],
    contact,
    address: { streetAddress },
    email: contact.includes('@') ? contact : '',
    phone: '',
  };
}

/**
 * The newest choice of a receipt, or the consent in a form that it is of, as Kantara's Consent Receipt 1.1
 * has it. That form has no refusals: where nothing is granted any more, `services` is empty.
 */
export function toKantara(receipt: Receipt) {
  const records = receipt['dpv:hasRecordOfActivity'];
  const newest = newestIn(records.map((each) => each['s9:stored']));
  const record = records[newest] as RecordNode;
  const granted = !OVER.includes(receipt['dpv:hasConsentStatus'])
    ? record['dpv:hasProcess'].filter((each) => [each, ...each['dpv:hasService']].some(isGiven))
    : [];
  const publicKey = receipt.proof?.['s9:publicKey'];
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: record['dpv:hasJurisdiction']['dct:identifier'],
    consentTimestamp: Math.floor(Date.parse(record['dpv:isIndicatedAtTime']) / MS_PER_SECOND),
    collectionMethod: record['dpv:hasIndicationMethod'],
    consentReceiptID: receipt['dct:identifier'],
    ...(publicKey ? { publicKey: JSON.stringify(publicKey) } : {}),
    language: record['dpv:hasNotice']['dct:language'],
    piiPrincipalId: record['dpv:hasDataSubject']['dct:identifier'],
    piiControllers: record['dpv:hasDataController'].map(controllerOf),
    policyUrl: record['dpv:hasNotice']['foaf:page'],
    services:
      granted.length > 0
        ? [
            {
              service: record['dpv:hasDataController'][0]?.['dpv:hasName'] ?? '',
              purposes: granted.map(purposeOf),
            },
          ]
        : [],
    // A policy has no place for special categories (Article 9 GDPR), so none were asked for.
    sensitive: false,
    spiCat: [] as string[],
  };
}

export type KantaraReceipt = ReturnType<typeof toKantara>;
