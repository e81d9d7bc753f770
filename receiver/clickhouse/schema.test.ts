import { expect, it } from 'vitest';
import { migrations } from './schema.ts';

const DATABASE = 'visits';

/** As an operator would read it. */
const sql = (statements: readonly string[]): string =>
  statements
    .map(
      (statement) =>
        `${statement
          .replace(/\s+/g, ' ')
          .replace(/ (?=ENGINE|PARTITION)/g, '\n  ')
          .replace(/, (?=\w+ [A-Z])/g, ',\n  ')};\n`,
    )
    .join('\n');

it.each([
  ['server', { database: DATABASE }],
  ['cluster', { database: DATABASE, cluster: { name: 'site', replicated: true } }],
])('says in docs/clickhouse/%s.sql what it makes', async (name, place) => {
  const statements = [`CREATE DATABASE IF NOT EXISTS ${DATABASE}`, ...migrations(place).flat()];
  await expect(sql(statements)).toMatchFileSnapshot(`../../docs/clickhouse/${name}.sql`);
});

it('has replicas by the macros of each server, and each event on one shard', () => {
  const [first = [] as readonly string[]] = migrations({
    database: DATABASE,
    cluster: { name: 'site', replicated: true },
  });
  const made = first.join('\n');
  expect(made).toContain(
    "ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/visits/proofs', '{replica}', version)",
  );
  expect(made).toContain('Distributed(site, visits, visits_local, cityHash64(id))');
});
