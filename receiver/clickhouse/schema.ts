// The tables: visits, proofs and what was erased, one set of definitions for a server and for a cluster.
import { NUMBER_COLUMNS, TEXT_COLUMNS } from './row.ts';

/** How the tables of a cluster are made. */
export interface Cluster {
  /** As `remote_servers` of the servers' configuration calls it. */
  readonly name: string;
  /** Whether each shard has replicas: then the servers need ZooKeeper or Keeper, and the macros `shard` and `replica`. */
  readonly replicated: boolean;
}

export interface Place {
  readonly database: string;
  readonly cluster?: Cluster;
}

/** Visits, proofs, records that were erased, views by day. */
export const TABLES = ['visits', 'proofs', 'erased', 'daily'] as const;
export type TableName = (typeof TABLES)[number];

/** What is read and written; on a cluster, of all servers. */
export const whole = ({ database }: Place, table: TableName): string => `${database}.${table}`;

/** What one server has of it; what is altered. */
export const local = ({ database, cluster }: Place, table: TableName): string =>
  `${database}.${table}${cluster ? '_local' : ''}`;

const COLUMNS: Readonly<Record<TableName, string>> = {
  visits: `id String, name String, day Date, occurred_ms Int64, received_ms Int64, record String,
    subject String, version UInt64, ${[
      ...Object.values(TEXT_COLUMNS).map((column) => `${column} String`),
      ...Object.values(NUMBER_COLUMNS).map((column) => `${column} Nullable(Float64)`),
    ].join(', ')}, more_name Array(String), more_value Array(String)`,
  proofs: `id String, name String, day Date, occurred_ms Int64, received_ms Int64, record String,
    subject String, version UInt64, more_name Array(String), more_value Array(String)`,
  erased: 'record String, day Date, erased_ms Int64, version UInt64',
  daily: `day Date, domain String, path String, views UInt64, visits UInt64, visitors UInt64,
    leaves UInt64, visible_seconds Float64, version UInt64`,
};

const ORDER: Readonly<Record<TableName, string>> = {
  visits: 'id',
  proofs: 'id',
  erased: 'record',
  daily: '(day, domain, path)',
};

/** One event is on one shard, however often it comes. */
const SHARD_BY: Readonly<Record<TableName, string>> = {
  visits: 'cityHash64(id)',
  proofs: 'cityHash64(id)',
  erased: 'cityHash64(record)',
  daily: 'cityHash64(day, domain, path)',
};

function engine(place: Place, table: TableName): string {
  if (!place.cluster?.replicated) return 'ReplacingMergeTree(version)';
  const path = `/clickhouse/tables/{shard}/${place.database}/${table}`;
  return `ReplicatedReplacingMergeTree('${path}', '{replica}', version)`;
}

function statementsFor(place: Place, table: TableName): string[] {
  const { database, cluster } = place;
  const own = `CREATE TABLE IF NOT EXISTS ${local(place, table)} (${COLUMNS[table]})
    ENGINE = ${engine(place, table)} PARTITION BY toYYYYMM(day) ORDER BY ${ORDER[table]}`;
  if (!cluster) return [own];
  const distributed = `Distributed(${cluster.name}, ${database}, ${table}_local, ${SHARD_BY[table]})`;
  return [
    own,
    `CREATE TABLE IF NOT EXISTS ${whole(place, table)} (${COLUMNS[table]}) ENGINE = ${distributed}`,
  ];
}

/** Step by step; what was once released here never changes, what is new comes after it. */
export const migrations = (place: Place): readonly (readonly string[])[] => [
  TABLES.flatMap((table) => statementsFor(place, table)),
];
