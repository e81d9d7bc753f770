// An event as a row of ClickHouse, and back: what is counted has a column, all else stands in two lists.
import type { AttributeValue, StoredEvent } from '../store.ts';
import { wellFormed } from './literal.ts';

/** Attribute → column. A text that is not there is empty. */
export const TEXT_COLUMNS = {
  'url.domain': 'domain',
  'url.path': 'path',
  'user_agent.name': 'browser',
  'user_agent.version': 'browser_version',
  'user_agent.os.name': 'system',
  'user_agent.os.version': 'system_version',
  'browser.language': 'language',
  's9.referrer.domain': 'referrer',
  'session.id': 'session',
  's9.visitor.id': 'visitor',
  's9.custom.name': 'custom',
  'client.address': 'address',
} as const;

/** Attribute → column. A number that is not there is null. */
export const NUMBER_COLUMNS = {
  's9.visible_seconds': 'visible_seconds',
  's9.engaged_seconds': 'engaged_seconds',
} as const;

export type Column =
  | (typeof TEXT_COLUMNS)[keyof typeof TEXT_COLUMNS]
  | (typeof NUMBER_COLUMNS)[keyof typeof NUMBER_COLUMNS];

export type Row = Readonly<Record<string, string | number | null | readonly string[]>>;

/** ClickHouse's `Date` ends there. */
const LAST_DAY_MS = Date.UTC(2105, 11, 31);

export const dayOf = (ms: number): string =>
  new Date(Math.min(Math.max(0, ms), LAST_DAY_MS)).toISOString().slice(0, 10);

const clean = (value: AttributeValue): AttributeValue =>
  typeof value === 'string' ? wellFormed(value) : value;

/** Proofs have none: all of them are read, one at a time. */
function columnOf(of: StoredEvent, name: string, value: AttributeValue): string | undefined {
  const columns: Record<string, string> = typeof value === 'string' ? TEXT_COLUMNS : NUMBER_COLUMNS;
  if (of.name === 's9.choice') return undefined;
  if (typeof value === 'boolean' || value === '') return undefined;
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

/** Of two rows with one id the larger counts: of leaves the longer view, of all else what came first. */
function versionOf({ name, receivedAtMs, attributes }: StoredEvent): string {
  const seconds = attributes['s9.visible_seconds'];
  if (name !== 's9.page_leave') return String(2n ** 63n - BigInt(Math.round(receivedAtMs)));
  return String(typeof seconds === 'number' ? Math.round(Math.max(0, seconds) * 1000) : 0);
}

/** As `JSONEachRow` takes it. */
export function rowOf(event: StoredEvent): Row {
  const columns: Record<string, string | number> = {};
  const more: [string, string][] = [];
  for (const [name, value] of Object.entries(event.attributes)) {
    const column = columnOf(event, name, value);
    if (column) columns[column] = clean(value) as string | number;
    else more.push([wellFormed(name), JSON.stringify(clean(value))]);
  }
  return {
    id: wellFormed(event.id),
    name: event.name,
    day: dayOf(event.occurredAtMs),
    occurred_ms: event.occurredAtMs,
    received_ms: event.receivedAtMs,
    record: wellFormed(event.recordId),
    subject: wellFormed(event.subject ?? ''),
    version: versionOf(event),
    ...columns,
    more_name: more.map(([name]) => name),
    more_value: more.map(([, value]) => value),
  };
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

function attributesOf(row: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  const known = Object.entries({ ...TEXT_COLUMNS, ...NUMBER_COLUMNS })
    .map(([name, column]) => [name, row[column]] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '');
  const values = listOf(row['more_value']);
  const more = listOf(row['more_name']).map((name, at) => [name, JSON.parse(values[at] ?? 'null')]);
  return Object.fromEntries([...known, ...more]);
}

/** As `JSONEachRow` gives it: whole numbers of 64 bits are texts there. */
export function eventOf(row: Readonly<Record<string, unknown>>): StoredEvent {
  const subject = String(row['subject'] ?? '');
  return {
    id: String(row['id']),
    name: row['name'] as StoredEvent['name'],
    occurredAtMs: Number(row['occurred_ms']),
    receivedAtMs: Number(row['received_ms']),
    recordId: String(row['record']),
    ...(subject === '' ? {} : { subject }),
    attributes: attributesOf(row),
  };
}
