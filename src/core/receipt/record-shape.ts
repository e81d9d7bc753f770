// Which records are whole: every member of shape 1, in its own form, and nothing besides (L-26).
import type { ConsentRecord } from '../choice/choice.ts';
import { keyOf } from '../choice/collections.ts';
import type { FoldedRecords } from '../choice/fold.ts';
import { isTime } from '../choice/time.ts';
import {
  type Fault,
  flag,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  refuse,
} from '../policy/shape.ts';
import type { AskedPurpose, AskedTerms } from '../policy/terms.ts';

const like =
  <T>(fits: (value: unknown) => boolean, expected: string): Reader<T> =>
  (value, path, faults) =>
    fits(value) ? (value as T) : refuse(path, expected, faults);

const matches = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value);

const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path, faults) =>
    value === null ? null : reader(value, path, faults);

export const uuid = like<string>(
  matches(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  'a UUID',
);
/** Whatever an earlier build took for one: what was recorded stands. */
const text = like<string>(matches(/\S/), 'a text that is not empty');
const hash = orNull(like<string>(matches(/^[0-9a-f]{64}$/), 'SHA-256 in hex, or null'));
const time = like<number>(isTime, 'milliseconds since 1970, UTC');

const ASKED_SINCE: Partial<Record<keyof AskedPurpose, Reader<unknown>>> = {
  retentions: mapOf(text),
  visitors: oneOf('none', 'visit', 'id'),
  queryParameters: listOf(text),
};

const ASKED: Partial<Record<keyof AskedPurpose, Reader<unknown>>> = {
  basis: oneOf('consent', 'necessary'),
  data: listOf(text),
  recipients: listOf(text),
  retention: text,
  services: mapOf(listOf(text)),
};

const TERMS: Record<keyof AskedTerms, Reader<unknown>> = {
  ip: oneOf('dropped', 'truncated', 'kept'),
  controller: text,
  processor: text,
  purposes: mapOf(objectOf<AskedPurpose>({ ...ASKED, ...ASKED_SINCE }, Object.keys(ASKED))),
};

const RECORD: Record<Exclude<keyof ConsentRecord, 'collection'>, Reader<unknown>> = {
  shape: like((value) => value === 1, '1'),
  recordId: uuid,
  subjectId: uuid,
  policyId: text,
  policyVersion: text,
  policyHash: hash,
  language: orNull(text),
  textHash: hash,
  asked: objectOf<AskedTerms>(TERMS, Object.keys(TERMS)),
  purposes: mapOf(flag),
  services: mapOf(flag),
  source: oneOf(
    'accept-all',
    'reject-all',
    'custom',
    'withdraw',
    'site',
    'signal',
    'expired',
    'collection',
  ),
  input: oneOf('pointer', 'keyboard', 'script'),
  decidedAt: time,
  expiresAt: time,
  signals: objectOf({ gpc: flag }, ['gpc']),
  build: text,
  origin: text,
  previous: hash,
  hash,
};

const FOLDED: Record<keyof FoldedRecords, Reader<unknown>> = {
  folded: like((value) => Number.isInteger(value) && (value as number) > 0, 'how many'),
  from: time,
  until: time,
  hash,
};

const readFoldedShape = objectOf<FoldedRecords>(FOLDED, Object.keys(FOLDED));

const readMembers = objectOf<ConsentRecord>({ ...RECORD, collection: text }, Object.keys(RECORD));

const isOnly = (ids: readonly string[], id: string): boolean => ids.length === 1 && ids[0] === id;

/** What was agreed to in a form grants no purpose, and no choice is about a form. */
const readShape: Reader<ConsentRecord> = (value, path, faults) => {
  const before = faults.length;
  const record = readMembers(value, path, faults);
  if (!record || faults.length > before) return record;
  const { asked, collection, purposes, services, source } = record;
  const ids = [asked.purposes, purposes].map(Object.keys);
  const isForms = collection !== undefined;
  const fits = isForms
    ? ids.every((each) => isOnly(each, keyOf(collection))) && Object.keys(services).length === 0
    : source !== 'collection' && ids.flat().every((id) => !id.startsWith(keyOf('')));
  return fits ? record : refuse(`${path}.purposes`, 'its collection alone, or none', faults);
};

type Guard<T> = (value: unknown, path: string, faults: Fault[]) => value is T;

const guard =
  <T>(reader: Reader<T>): Guard<T> =>
  (value, path, faults): value is T => {
    const before = faults.length;
    reader(value, path, faults);
    return faults.length === before;
  };

/** Adds a fault for everything that keeps a value from being a record; else the value is one. */
export const isRecord: Guard<ConsentRecord> = guard(readShape);

/** The same for what stands for older records. */
export const isFolded: Guard<FoldedRecords> = guard(readFoldedShape);
