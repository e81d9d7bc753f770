import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClickHouseServer, startClickHouse } from '../../scripts/clickhouse-server.mjs';
import { findServer } from '../../scripts/servers.mjs';
import { DAY, times, view } from '../contract/events.ts';
import { describeStore } from '../contract/store.contract.ts';
import { clickHouseStore } from './clickhouse-store.ts';
import { connect } from './connection.ts';

let servers: ClickHouseServer[] = [];
let databases = 0;

function optionsOf() {
  databases += 1;
  return {
    url: servers.map(({ url }) => url),
    database: `c${databases}`,
    cluster: { name: 's9', replicated: false },
    lingerMs: 5,
  };
}

describe.skipIf(!findServer('clickhouse'))('with two servers', () => {
  beforeAll(async () => {
    servers = await startClickHouse(2);
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  describeStore('ClickHouse cluster', () => {
    const options = optionsOf();
    return Promise.resolve({ open: () => Promise.resolve(clickHouseStore(options)) });
  });

  it('has each event on one of them', async () => {
    const options = optionsOf();
    const store = clickHouseStore(options);
    const views = times(200, () => view('/'));
    await store.write(views);
    await store.write(views);
    await store.close();
    const counts = await Promise.all(
      options.url.map(async (url) => {
        const connection = await connect({ url }, {});
        const [row] = await connection.ask(
          `SELECT count() AS n FROM ${options.database}.visits_local FINAL`,
        );
        await connection.close();
        return Number(row?.['n']);
      }),
    );
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(200);
    expect(Math.min(...counts)).toBeGreaterThan(50);
  });

  it('reads by the second where the first is gone, and says what it cannot', async () => {
    const options = optionsOf();
    const store = clickHouseStore(options);
    await store.write([view('/')]);
    await servers[0]?.kill();
    await expect(store.write([view('/')])).rejects.toThrow('ClickHouse');
    await expect(store.stats(DAY)).rejects.toThrow();
    await servers[0]?.restart();
    await expect.poll(() => store.write([view('/')]).catch(() => 'busy')).toBeUndefined();
    await expect.poll(() => store.stats(DAY)).toMatchObject({ views: 2 });
    await store.close();
  });
});
