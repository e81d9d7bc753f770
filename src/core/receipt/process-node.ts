// One purpose of a record as a DPV process: what for, which data, who receives it, how long, and the answer.
import type { ConsentRecord } from '../choice.ts';
import type { AskedPurpose } from '../policy.ts';
import { statusOf } from './consent-status.ts';
import { categoryOf } from './personal-data.ts';
import { purposeOf, type Quoted, unaskedIn } from './quoted.ts';

/** A record among the ones before it. */
export interface Placed {
  readonly record: ConsentRecord;
  readonly before: ConsentRecord | undefined;
}

function statusIn({ record, before }: Placed, kind: 'purposes' | 'services', id: string) {
  const { source, decidedAt } = record;
  // What ran out is what counted until then.
  const counted = !!before && (source === 'expired' || decidedAt < before.expiresAt);
  return statusOf(record[kind][id] === true, counted && before[kind][id] === true, record.source);
}

const dataNode = (id: string, { dataItems }: Quoted) => ({
  '@type': categoryOf(id),
  'dct:identifier': id,
  'dct:title': dataItems?.[id]?.name,
});

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

/** Where it is kept and how long; what runs unasked stays in the browser. */
const storageNodes = (retention: string, isUnasked: boolean) => [
  {
    '@type': 'dpv:StorageLocation',
    'dpv:hasLocation': isUnasked ? 'dpv:WithinDevice' : 'dpv:RemoteLocation',
  },
  { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': withoutWeeks(retention) },
];

const servicesOf = (asked: AskedPurpose | undefined) =>
  Object.entries(asked?.services ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

export function processNode(placed: Placed, id: string, quoted: Quoted) {
  const { record } = placed;
  const asked = record.asked.purposes[id];
  const words = purposeOf(quoted, id);
  const isUnasked = unaskedIn(quoted).includes(id);
  return {
    '@type': 'dpv:Process',
    'dct:identifier': id,
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose',
      'dct:identifier': id,
      'dct:title': words?.name,
      'dct:description': words?.why,
    },
    'dpv:hasPersonalData': (asked?.data ?? []).map((item) => dataNode(item, quoted)),
    'dpv:hasRecipient': (asked?.recipients ?? []).map((name) => recipientNode(name, record)),
    'dpv:hasStorageCondition': storageNodes(asked?.retention ?? '', isUnasked),
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
