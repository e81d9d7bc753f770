// One purpose of a record as a DPV process: what for, which data, who receives it, how long, and the answer.
import type { ConsentRecord } from '../choice/choice.ts';
import type { AskedPurpose } from '../policy/terms.ts';
import { statusOf } from './consent-status.ts';
import { categoryOf } from './personal-data.ts';
import { purposeOf, type Quoted } from './quoted.ts';

/** A record among the ones before it. */
export interface Placed {
  readonly record: ConsentRecord;
  readonly before: ConsentRecord | undefined;
}

function statusIn({ record, before }: Placed, kind: 'purposes' | 'services', id: string) {
  const { source, decidedAt } = record;
  const isGranted = record[kind][id] === true;
  // What ran out is what counted until then.
  const counted = !!before && (source === 'expired' || decidedAt < before.expiresAt);
  // In a form the only no is that a yes is taken back, whether or not its record is at hand.
  const isTakenBack = record.collection !== undefined && !isGranted;
  const wasGranted = isTakenBack || (counted && before[kind][id] === true);
  return statusOf(isGranted, wasGranted, source);
}

function recipientNode(name: string, { asked, origin }: ConsentRecord) {
  if (name === 'controller') {
    return {
      '@type': 'dpv:DataController',
      'dct:identifier': origin,
      'dpv:hasName': asked.controller,
    };
  }
  if (name === 'processor') {
    return { '@type': 'dpv:DataProcessor', 'dct:identifier': name, 'dpv:hasName': asked.processor };
  }
  return { '@type': 'dpv:ThirdParty', 'dct:identifier': name, 'dpv:hasName': name };
}

/** RDF's durations (`xsd:duration`) have no weeks. */
const withoutWeeks = (duration: string): string =>
  duration.replace(
    /(\d+)W(?:(\d+)D)?$/,
    (_all, weeks: string, days = '0') => `${Number(weeks) * 7 + Number(days)}D`,
  );

const durationNode = (retention: string) => ({
  '@type': 'dpv:StorageDuration',
  'dpv:hasDuration': withoutWeeks(retention),
});

/** With a time of its own where it is kept for another than the process says. */
const dataNode = (id: string, { dataItems }: Quoted, retention?: string) => ({
  '@type': categoryOf(id),
  'dct:identifier': id,
  'dct:title': dataItems?.[id]?.name,
  'dpv:hasStorageCondition': retention === undefined ? undefined : [durationNode(retention)],
});

/** Where it is kept and how long; what runs unasked stays in the browser. */
const storageNodes = (retention: string, isUnasked: boolean) => [
  {
    '@type': 'dpv:StorageLocation',
    'dpv:hasLocation': isUnasked ? 'dpv:WithinDevice' : 'dpv:RemoteLocation',
  },
  durationNode(retention),
];

const servicesOf = (asked: AskedPurpose | undefined) =>
  Object.entries(asked?.services ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

export function processNode(placed: Placed, id: string, quoted: Quoted) {
  const { record } = placed;
  const asked = record.asked.purposes[id];
  const words = purposeOf(quoted, id);
  // By the record itself: what the policy of today asks for changes nothing of what was asked then.
  const isUnasked = asked?.basis === 'necessary';
  return {
    '@type': 'dpv:Process',
    'dct:identifier': id,
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose',
      'dct:identifier': id,
      'dct:title': words?.name,
      'dct:description': words?.why,
    },
    'dpv:hasPersonalData': (asked?.data ?? []).map((item) =>
      dataNode(item, quoted, asked?.retentions?.[item]),
    ),
    'dpv:hasRecipient': (asked?.recipients ?? []).map((name) => recipientNode(name, record)),
    'dpv:hasStorageCondition': storageNodes(asked?.retention ?? '', isUnasked),
    's9:visitors': asked?.visitors === 'none' ? undefined : asked?.visitors,
    's9:queryParameters': asked?.queryParameters?.length ? asked.queryParameters : undefined,
    'dpv:hasConsentStatus': isUnasked ? undefined : statusIn(placed, 'purposes', id),
    'dpv:hasService': servicesOf(asked).map(([service, data]) => ({
      '@type': 'dpv:Service',
      'dct:identifier': service,
      'dct:title': words?.services?.find((each) => each.id === service)?.name,
      'dpv:hasPersonalData': data.map((item) => dataNode(item, quoted)),
      'dpv:hasConsentStatus': statusIn(placed, 'services', service),
    })),
  };
}
