// A stored record as an ISO/IEC TS 27560 consent record in DPV's terms, with the stored one inside (S-07).
import type { ConsentRecord } from '../choice/choice.ts';
import { expiryOf } from '../choice/time.ts';
import type { Delivered } from '../telemetry/delivery.ts';
import { overallStatus } from './consent-status.ts';
import { type Placed, processNode } from './process-node.ts';
import { partyNode, type Quoted } from './quoted.ts';

const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560';

/** The profile a document keeps; GDPR's where the policy says the EU's law is the one that counts. */
export const profileOf = (kind: 'record' | 'receipt', { jurisdiction }: Quoted): string =>
  `${PROFILE}#${kind}${jurisdiction === 'EU' ? '-eu-gdpr' : ''}`;

export const instant = (ms: number): string => new Date(ms).toISOString();

const MAX_MONTHS = 120;

/** ISO 8601 duration between two instants: whole months where it is that, else seconds. */
export function durationBetween(fromMs: number, toMs: number): string {
  for (let months = 1; months <= MAX_MONTHS; months++) {
    if (expiryOf(fromMs, `P${months}M`) === toMs) return `P${months}M`;
  }
  return `PT${(toMs - fromMs) / 1000}S`;
}

/** Who answered. A call of the site's is its assertion, whatever made it call (F-43). */
function indicatedBy({ source, input, subjectId, origin }: ConsentRecord) {
  if (source === 'signal') {
    return { '@type': 'dpv:Agent', 'dct:identifier': 'Global Privacy Control' };
  }
  if (source === 'expired') return { '@type': 'dpv:Agent', 'dct:identifier': 'Social9 Consent' };
  return input === 'script'
    ? { '@type': 'dpv:DataController', 'dct:identifier': origin }
    : { '@type': 'dpv:DataSubject', 'dct:identifier': subjectId };
}

const noticeNode = (record: ConsentRecord, { controller }: Quoted) => ({
  '@type': 'dpv:ConsentNotice',
  'dct:identifier': record.policyId,
  'dct:hasVersion': record.policyVersion,
  // "Undetermined" where no notice was on screen.
  'dct:language': record.language ?? 'und',
  'foaf:page': controller?.privacyUrl ?? record.origin,
  's9:textHash': record.textHash,
  's9:policyHash': record.policyHash,
});

/** Members that are `undefined` fall away when the receipt is written. */
export function recordNode(placed: Placed, quoted: Quoted, delivered?: Delivered) {
  const { record } = placed;
  const { asked, origin } = record;
  // In one order, whatever became of the order of members on a receipt's way.
  const ids = Object.keys(asked.purposes).sort();
  const processes = ids.map((id) => processNode(placed, id, quoted));
  const statuses = processes
    .flatMap((process) => [process, ...process['dpv:hasService']])
    .flatMap((each) => each['dpv:hasConsentStatus'] ?? []);
  return {
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': profileOf('record', quoted),
    'dct:identifier': record.recordId,
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': record.subjectId },
    'dpv:hasNotice': noticeNode(record, quoted),
    'dpv:hasDataController': [
      partyNode('dpv:DataController', asked.controller, origin, quoted.controller),
    ],
    'dpv:hasDataProcessor': [
      partyNode('dpv:DataProcessor', asked.processor, 'processor', quoted.processor),
    ],
    'dpv:hasJurisdiction': {
      '@type': 'dpv:Jurisdiction',
      'dct:identifier': quoted.jurisdiction ?? 'undetermined',
    },
    'dpv:hasLegalBasis':
      quoted.jurisdiction === 'EU'
        ? ['dpv:ExpressedConsent', 'eu-gdpr:A6-1-a']
        : ['dpv:ExpressedConsent'],
    'dpv:hasConsentStatus': overallStatus(statuses, record.source),
    'dpv:isIndicatedAtTime': instant(record.decidedAt),
    'dpv:isIndicatedBy': indicatedBy(record),
    'dpv:hasIndicationMethod': `${record.source}, ${record.input}`,
    'dpv:hasDuration':
      record.source === 'expired' ? 'P0D' : durationBetween(record.decidedAt, record.expiresAt),
    'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': origin },
    'dpv:hasProcess': processes,
    's9:build': record.build,
    's9:delivered': delivered,
    's9:stored': record,
  };
}
