import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClickHouseServer, startClickHouse } from '../../scripts/clickhouse-server.mjs';
import { findServer } from '../../scripts/servers.mjs';
import { DAY, leave, proofOf, times, view } from '../contract/events.ts';
import { StoreBusy, type StoredEvent } from '../store.ts';
import { clickHouseStore } from './clickhouse-store.ts';
import { connect } from './connection.ts';
import { migrations } from './schema.ts';

let servers: ClickHouseServer[] = [];
const server = () => servers[0] as ClickHouseServer;

describe.skipIf(!findServer('clickhouse'))('with a server', () => {
  beforeAll(async () => {
    servers = await startClickHouse();
  });
  afterAll(() => Promise.all(servers.map((each) => each.stop())));

  const open = (database: string) =>
    clickHouseStore({ url: server().url, database, lingerMs: 1, timeoutMs: 5000 });

  it('F-24 says that it is busy while the server is gone, and writes when it is back', async () => {
    const store = open('gone');
    await store.write([view('/')]);
    await server().kill();
    const late = view('/');
    const refused = await store.write([late]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreBusy);
    expect(refused).toMatchObject({ retryAfterSeconds: 5 });
    const early = open('gone');
    await expect(early.opened).rejects.toThrow(/connect|socket|ECONN/i);
    await expect(early.write([late])).rejects.toBeInstanceOf(StoreBusy);
    await server().restart();
    await early.write([late]);
    await early.close();
    await store.write([late]);
    expect(await store.stats(DAY)).toMatchObject({ views: 2 });
    await store.close();
  });

  it('loses nothing it said yes to when the server is killed again and again', async () => {
    const store = open('killed');
    const written: StoredEvent[] = [];
    for (let round = 0; round < 5; round += 1) {
      const writes = times(40, async () => {
        const some = times(25, () => view('/'));
        await store.write(some).then(
          () => written.push(...some),
          () => undefined,
        );
      });
      await Promise.race(writes);
      await server().kill();
      await Promise.all(writes);
      await server().restart();
    }
    await store.write(written);
    expect(written.length).toBeGreaterThan(100);
    const connection = await connect({ url: server().url }, {});
    const rows = await connection.ask('SELECT DISTINCT id FROM killed.visits');
    await connection.close();
    const ids = new Set(rows.map(({ id }) => id));
    expect(written.filter(({ id }) => !ids.has(id))).toEqual([]);
    await store.close();
  });

  it('lets two receivers write, and what the one erased the other does not write again', async () => {
    const one = open('both');
    await one.opened;
    const other = open('both');
    const [gone, stays] = [view('/'), view('/')];
    await Promise.all([one.write([gone, stays]), other.write([gone, stays])]);
    expect(await one.stats(DAY)).toMatchObject({ views: 2 });
    await one.erase(gone.recordId);
    await other.write([gone]);
    expect(await other.stats(DAY)).toMatchObject({ views: 1 });
    await Promise.all([one.close(), other.close()]);
  });

  it('has the days ready for who asks ClickHouse itself, without what was erased', async () => {
    const store = open('days');
    const connection = await connect({ url: server().url }, {});
    const read = () =>
      connection.ask(
        'SELECT toString(day) AS day, path, views, leaves, visible_seconds FROM days.daily FINAL ORDER BY path',
      );
    const rare = view('/rare');
    const views = times(5, () => view('/often'));
    await store.write([...views, ...views, leave('/often', 4), leave('/often', 8), rare]);
    await store.write([proofOf(rare.recordId, 'subject')]);
    const never = { visitsBeforeMs: 0, proofsBeforeMs: 0, attributesBeforeMs: {} };
    await store.expire(never);
    const day = '2026-03-01';
    const often = { day, path: '/often', views: '5', leaves: '2', visible_seconds: 12 };
    const other = { day, path: '', views: '1', leaves: '0', visible_seconds: 0 };
    expect(await read()).toEqual([other, often]);
    await store.expire(never);
    expect(await read()).toEqual([other, often]);
    await store.erase(rare.recordId);
    expect(await read()).toEqual([often]);
    await connection.close();
    await store.close();
  });

  it('makes its tables once, and leaves a newer database alone', async () => {
    for (const _ of [1, 2]) {
      const store = open('once');
      await store.opened;
      await store.close();
    }
    const connection = await connect({ url: server().url }, {});
    const steps = await connection.ask('SELECT step FROM once.migrations ORDER BY step');
    expect(steps).toHaveLength(migrations({ database: 'once' }).length);
    await connection.everywhere('INSERT INTO once.migrations SELECT 99, now()');
    await connection.close();
    await expect(open('once').opened).rejects.toThrow(
      /newer release: expected step \d+ at most, got 99/,
    );
  });
});

it.each([
  [{ database: 'a.b' }, /^database: expected letters.*"a\.b"/],
  [{ database: '1a' }, /^database: /],
  [{ database: 'a', cluster: { name: "x'", replicated: false } }, /^cluster\.name: /],
  [{ database: 'a', url: 'tcp://127.0.0.1' }, /^url: expected http/],
  [{ database: 'a', url: [] }, /^url: /],
])('refuses %j', (options, message) => {
  expect(() => clickHouseStore({ url: 'http://127.0.0.1:1', ...options })).toThrow(message);
});
