// What goes even where no receiver runs any more: ClickHouse's own TTL, where the server knows it; exact is `expire`.
import type { Expiry } from '../store.ts';
import type { Store } from './alter.ts';
import { NUMBER_COLUMNS, TEXT_COLUMNS } from './row.ts';
import { local, type Place, type TableName } from './schema.ts';

const DAY_MS = 86_400_000;
/** A month is not always as long, and what is altered is gone through: so it is altered by weeks. */
const WEEK_DAYS = 7;
/** `MODIFY TTL`, for tables and columns. */
const SINCE = [20, 1] as const;

/** @param version as `SELECT version()` has it. */
export function knowsTtl(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > SINCE[0] || (major === SINCE[0] && minor >= SINCE[1]);
}

const after = (days: number): string =>
  `toDateTime(intDiv(received_ms, 1000)) + INTERVAL ${days} DAY`;

/** `undefined` where there is no end. */
function daysOf(beforeMs: number | undefined, nowMs: number): number | undefined {
  if (beforeMs === undefined || !(beforeMs > 0) || beforeMs > nowMs) return undefined;
  return (Math.ceil((nowMs - beforeMs) / DAY_MS / WEEK_DAYS) + 1) * WEEK_DAYS;
}

function tableTtl(place: Place, table: TableName, days: number | undefined): string[] {
  return days === undefined ? [] : [`ALTER TABLE ${local(place, table)} MODIFY TTL ${after(days)}`];
}

/** A column keeps no longer than its rows; one that is kept as long needs no TTL of its own. */
function columnTtls(place: Place, { visitsBeforeMs, attributesBeforeMs }: Expiry, nowMs: number) {
  const columns = [
    ...Object.entries(TEXT_COLUMNS).map((each) => [...each, 'String'] as const),
    ...Object.entries(NUMBER_COLUMNS).map((each) => [...each, 'Nullable(Float64)'] as const),
  ];
  const rowDays = daysOf(visitsBeforeMs, nowMs) ?? Number.POSITIVE_INFINITY;
  return columns.flatMap(([attribute, column, type]) => {
    const days = daysOf(attributesBeforeMs[attribute], nowMs);
    if (days === undefined || days >= rowDays) return [];
    const to = `${column} ${type} TTL ${after(days)}`;
    return [`ALTER TABLE ${local(place, 'visits')} MODIFY COLUMN ${to}`];
  });
}

export const ttlStatements = (place: Place, before: Expiry, nowMs: number): readonly string[] => [
  ...tableTtl(place, 'visits', daysOf(before.visitsBeforeMs, nowMs)),
  ...tableTtl(place, 'proofs', daysOf(before.proofsBeforeMs, nowMs)),
  ...columnTtls(place, before, nowMs),
];

/** Says the same again only where something has changed; servers that know no TTL are left alone. */
export function createTtl({ connection, place }: Store) {
  let said = '';
  return async (before: Expiry, nowMs: number): Promise<void> => {
    const versions = await connection.askEach('SELECT version() AS version');
    if (!versions.every(({ version }) => knowsTtl(String(version)))) return;
    const statements = ttlStatements(place, before, nowMs);
    if (statements.join() === said) return;
    for (const statement of statements) await connection.everywhere(statement);
    said = statements.join();
  };
}
