// Reads what is stored as what we write there; whatever has another form is no entry of ours (F-11).
import type { ConsentRecord } from '../choice/choice.ts';
import type { FoldedRecords } from '../choice/fold.ts';
import { isTime } from '../choice/time.ts';
import { isObject } from '../policy/shape.ts';
import type { LedgerEntry } from './exported.ts';

/** What one event of a message says. */
export interface Said {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

export interface Message extends LedgerEntry {
  /** Of a body that has not the form of ours, nothing. */
  readonly said: readonly Said[];
}

/** What the view shows of a record. */
export type ReadableAnswer = Pick<
  ConsentRecord,
  'decidedAt' | 'expiresAt' | 'recordId' | 'source' | 'purposes' | 'services'
>;

const areTexts = (...values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === 'string');

interface LogRecord {
  readonly eventName: string;
  readonly attributes: readonly { readonly key: string; readonly value: AnyValue }[];
}

interface AnyValue {
  readonly stringValue?: string;
  readonly intValue?: string;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
}

/** As a text, of what kind it ever is; `undefined` where it is of none. */
const textOf = ({ stringValue, ...value }: AnyValue): string | undefined => {
  const { intValue, doubleValue, boolValue } = value;
  const found = [intValue, doubleValue, boolValue].find((each) => each !== undefined);
  return stringValue ?? (typeof found === 'object' ? undefined : found?.toString());
};

/** What an OTLP body says (S-12). */
function saidIn(body: string): Said[] {
  try {
    const { logRecords } = JSON.parse(body).resourceLogs[0].scopeLogs[0];
    return (logRecords as LogRecord[]).map(({ eventName: name, attributes }) => ({
      name,
      attributes: attributes.map(({ key, value }) => [key, textOf(value) as string] as const),
    }));
  } catch {
    return [];
  }
}

const isSaid = ({ name, attributes }: Said): boolean => areTexts(name, ...attributes.flat());

/** A message of the ledger, with whatever word for what became of it; `null` where it is none. Never throws. */
export function readMessage(value: unknown): Message | null {
  const entry = Object(value) as LedgerEntry;
  return isTime(entry.sentAt) && areTexts(entry.to, entry.body, entry.outcome ?? '')
    ? { ...entry, said: saidIn(entry.body).filter(isSaid) }
    : null;
}

/** An entry of the history, of whatever source; `null` where it is none. Never throws. */
export function readAnswer(value: unknown): ReadableAnswer | FoldedRecords | null {
  const entry = Object(value) as ReadableAnswer & FoldedRecords;
  const isRecord =
    [entry.decidedAt, entry.expiresAt].every(isTime) &&
    areTexts(entry.recordId, entry.source) &&
    [entry.purposes, entry.services].every(isObject);
  return isRecord || [entry.folded, entry.from, entry.until].every(isTime) ? entry : null;
}
