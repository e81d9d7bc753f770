CREATE DATABASE IF NOT EXISTS visits;

CREATE TABLE IF NOT EXISTS visits.visits_local (id String,
  name String,
  day Date,
  occurred_ms Int64,
  received_ms Int64,
  record String,
  subject String,
  version UInt64,
  domain String,
  path String,
  browser String,
  browser_version String,
  system String,
  system_version String,
  language String,
  referrer String,
  session String,
  visitor String,
  custom String,
  address String,
  visible_seconds Nullable(Float64),
  engaged_seconds Nullable(Float64),
  more_name Array(String),
  more_value Array(String))
  ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/visits/visits', '{replica}', version)
  PARTITION BY toYYYYMM(day) ORDER BY id;

CREATE TABLE IF NOT EXISTS visits.visits (id String,
  name String,
  day Date,
  occurred_ms Int64,
  received_ms Int64,
  record String,
  subject String,
  version UInt64,
  domain String,
  path String,
  browser String,
  browser_version String,
  system String,
  system_version String,
  language String,
  referrer String,
  session String,
  visitor String,
  custom String,
  address String,
  visible_seconds Nullable(Float64),
  engaged_seconds Nullable(Float64),
  more_name Array(String),
  more_value Array(String))
  ENGINE = Distributed(site, visits, visits_local, cityHash64(id));

CREATE TABLE IF NOT EXISTS visits.proofs_local (id String,
  name String,
  day Date,
  occurred_ms Int64,
  received_ms Int64,
  record String,
  subject String,
  version UInt64,
  more_name Array(String),
  more_value Array(String))
  ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/visits/proofs', '{replica}', version)
  PARTITION BY toYYYYMM(day) ORDER BY id;

CREATE TABLE IF NOT EXISTS visits.proofs (id String,
  name String,
  day Date,
  occurred_ms Int64,
  received_ms Int64,
  record String,
  subject String,
  version UInt64,
  more_name Array(String),
  more_value Array(String))
  ENGINE = Distributed(site, visits, proofs_local, cityHash64(id));

CREATE TABLE IF NOT EXISTS visits.erased_local (record String,
  day Date,
  erased_ms Int64,
  version UInt64)
  ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/visits/erased', '{replica}', version)
  PARTITION BY toYYYYMM(day) ORDER BY record;

CREATE TABLE IF NOT EXISTS visits.erased (record String,
  day Date,
  erased_ms Int64,
  version UInt64)
  ENGINE = Distributed(site, visits, erased_local, cityHash64(record));

CREATE TABLE IF NOT EXISTS visits.daily_local (day Date,
  domain String,
  path String,
  views UInt64,
  visits UInt64,
  visitors UInt64,
  leaves UInt64,
  visible_seconds Float64,
  version UInt64)
  ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/visits/daily', '{replica}', version)
  PARTITION BY toYYYYMM(day) ORDER BY (day, domain, path);

CREATE TABLE IF NOT EXISTS visits.daily (day Date,
  domain String,
  path String,
  views UInt64,
  visits UInt64,
  visitors UInt64,
  leaves UInt64,
  visible_seconds Float64,
  version UInt64)
  ENGINE = Distributed(site, visits, daily_local, cityHash64(day, domain, path));
