import { afterAll, beforeAll, describe } from 'vitest';
import { type ClickHouseServer, startClickHouse } from '../../scripts/clickhouse-server.mjs';
import { findServer } from '../../scripts/servers.mjs';
import { describeStore } from '../contract/store.contract.ts';
import { clickHouseStore } from './clickhouse-store.ts';

/** A server of yours, which is left with databases `s9_test_…`; without it one is started. */
const given = process.env['S9_CLICKHOUSE_URL'];
const run = `s9_test_${Date.now()}`;
let servers: ClickHouseServer[] = [];
let databases = 0;

function fresh() {
  databases += 1;
  const url = given ?? servers[0]?.url ?? '';
  const options = { url, database: `${run}_${databases}`, lingerMs: 5 };
  return Promise.resolve({ open: () => Promise.resolve(clickHouseStore(options)) });
}

// Where there is no server: `node scripts/servers.mjs --ensure` says how to come by one.
describe.skipIf(!given && !findServer('clickhouse'))('with a server', () => {
  beforeAll(async () => {
    if (!given) servers = await startClickHouse();
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  describeStore('ClickHouse', fresh);
});
