// `social9-consent/receiver`: takes telemetry and proofs for a Customer, as their policy says, on Node.

export type { GivenPolicy } from '../src/core/settings/given.ts';
export {
  type ClickHouseOptions,
  type ClickHouseStore,
  clickHouseStore,
} from './clickhouse/clickhouse-store.ts';
export type { Cluster } from './clickhouse/schema.ts';
export { type FileStore, fileStore } from './file/file-store.ts';
export type { FileStoreOptions } from './file/file-store-options.ts';
export type { Answered, ReceiverOptions } from './options.ts';
export { rangeIn } from './range.ts';
export { createReceiver, type Receive } from './receiver.ts';
export { PolicyError } from './rules/policy.ts';
export {
  type AttributeValue,
  type Expiry,
  type KeptName,
  MAX_ROWS,
  type PageRow,
  type Range,
  type Row,
  SMALLEST_ROW,
  type Stats,
  type Store,
  StoreBusy,
  type StoredEvent,
  type Table,
} from './store.ts';
