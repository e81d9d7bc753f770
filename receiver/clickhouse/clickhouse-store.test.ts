import { afterAll, beforeAll, describe } from 'vitest';
import { type ClickHouseServer, startClickHouse } from '../../scripts/clickhouse-server.mjs';
import { findServer } from '../../scripts/servers.mjs';
import { describeStore } from '../contract/store.contract.ts';
import { clickHouseStore } from './clickhouse-store.ts';

let servers: ClickHouseServer[] = [];
let databases = 0;

function fresh() {
  databases += 1;
  const options = { url: servers[0]?.url ?? '', database: `t${databases}`, lingerMs: 5 };
  return Promise.resolve({ open: () => clickHouseStore(options) });
}

// Where there is no server: `node scripts/servers.mjs --ensure` says how to come by one.
describe.skipIf(!findServer('clickhouse'))('with a server', () => {
  beforeAll(async () => {
    servers = await startClickHouse();
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  describeStore('ClickHouse', fresh);
});
