// Visits with everything that goes wrong on the way leave at the receiver each granted event once, and no other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultOfLogs } from '../../../conformance/otlp/official-schema.ts';
import { startClickHouse } from '../../../scripts/clickhouse-server.mjs';
import { findServer } from '../../../scripts/servers.mjs';
import { startReceiver } from '../../../scripts/start-receiver.mjs';
import { expect, test } from '../../support/fixture.ts';
import { killAll } from '../../support/own-browser.ts';
import { eventsIn, type SentEvent } from '../../support/receiver.ts';
import { makeVisits } from './visits.ts';
import { type Ground, POLICY, type Walked, walk } from './walk.ts';
import { openWay, type Way } from './way.ts';

/** `npm run visits` has a thousand. */
const VISITS = Number(process.env['S9_VISITS'] ?? 12);
const SEED = Number(process.env['S9_SEED'] ?? 12);
const AT_ONCE = 4;
const DAY_MS = 86_400_000;

interface Numbers {
  readonly views: number;
  readonly timeOnPage: { readonly leaves: number; readonly averageSeconds: number | null };
}

async function numbersOf(port: number): Promise<Numbers> {
  const day = (afterMs: number) => new Date(Date.now() + afterMs).toISOString().slice(0, 10);
  // The visits' clock goes ahead.
  const range = `from=${day(-DAY_MS)}&to=${day(DAY_MS)}`;
  const response = await fetch(`http://127.0.0.1:${port}/stats?${range}`);
  return (await response.json()) as Numbers;
}

async function walkAll(ground: Ground, count: number, seed: number): Promise<Walked[]> {
  const left = makeVisits(count, seed);
  const walked: Walked[] = [];
  const walker = async () => {
    for (let visit = left.shift(); visit; visit = left.shift())
      walked.push(await walk(visit, ground));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walker));
  return walked;
}

/** What the receiver said yes to, one of each id: of leaves the longest. */
function takenOf(way: Way): SentEvent[] {
  const byId = new Map<unknown, SentEvent>();
  const taken = way.arrivals().filter(({ status }) => status === 200);
  for (const event of taken.flatMap(({ events }) => events)) {
    const id = event.attributes['s9.event.id'];
    const before = byId.get(id);
    if (!before || secondsOf(event) > secondsOf(before)) byId.set(id, event);
  }
  return [...byId.values()];
}

const secondsOf = ({ attributes }: SentEvent): number =>
  Number(attributes['s9.visible_seconds'] ?? 0);

const pathOf = ({ attributes }: SentEvent): unknown => attributes['url.path'];

/** Each path was seen once, so its events say all there is. */
function expectTold({ seen }: Walked, taken: readonly SentEvent[]): void {
  for (const { path, seconds, slack, isGranted, mayBeLost, isCut } of seen) {
    const of = taken.filter((event) => pathOf(event) === path);
    const views = of.filter(({ name }) => name === 's9.page_view');
    const leaves = of.filter(({ name }) => name === 's9.page_leave');
    const isDue = isGranted && !mayBeLost;
    if (isDue) expect(views, `views of ${path}`).toHaveLength(1);
    expect(views.length, `views of ${path}`).toBeLessThanOrEqual(isGranted ? 1 : 0);
    if (isDue && !isCut) expect(leaves, `leaves of ${path}`).toHaveLength(1);
    expect(leaves.length, `leaves of ${path}`).toBeLessThanOrEqual(isGranted ? 1 : 0);
    for (const leave of isDue && !isCut ? leaves : []) {
      expect(secondsOf(leave), `time on ${path}`).toBeGreaterThanOrEqual(seconds - slack - 1);
      expect(secondsOf(leave), `time on ${path}`).toBeLessThanOrEqual(seconds + 1);
    }
  }
}

const idOf = ({ attributes }: SentEvent): unknown => attributes['s9.event.id'];

/**
 * Byte for byte: each request stands there, but of one event the last try without an answer stands for those before
 * it; and what is said to have been answered was.
 */
function expectLedger({ visit, ledger, withdrawnAt }: Walked, way: Way): void {
  const firstOf = (body: string) => eventsIn(body).map(idOf)[0];
  const bodies = new Set(ledger.map(({ body }) => body));
  const tried = new Set(
    ledger.filter(({ outcome }) => outcome === 'unanswered').map(({ body }) => firstOf(body)),
  );
  const answered = ledger.filter(({ outcome }) => outcome === 'sent' || outcome === 'refused');
  // The last page's own end comes after its ledger was read.
  const isOfEnd = (event: SentEvent) =>
    event.name === 's9.page_leave' && pathOf(event) === `/${visit.id}/after`;
  const arrivals = way.arrivals(visit.id);
  for (const { body, events } of arrivals.filter((each) => !each.events.some(isOfEnd))) {
    const isThere = bodies.has(body) || tried.has(idOf(events[0] as SentEvent));
    expect(isThere, `the ledger of ${visit.id} has ${body}`).toBe(true);
  }
  for (const { body, outcome } of answered) {
    const status = outcome === 'sent' ? 200 : 503;
    const isSo = arrivals.some((each) => each.body === body && each.status === status);
    expect(isSo, `${visit.id} was answered ${status}: ${body}`).toBe(true);
  }
  const sentAt = Math.max(0, ...ledger.map((entry) => entry.sentAt));
  if (withdrawnAt !== null) expect(sentAt, visit.id).toBeLessThanOrEqual(withdrawnAt);
}

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

async function expectAllWell(ground: Ground, port: number, seed: number): Promise<void> {
  const { way } = ground;
  const walked = await walkAll(ground, Math.ceil(VISITS / 2), seed);
  for (const { body } of way.arrivals()) expect(faultOfLogs(body), body).toBeNull();
  const taken = takenOf(way);
  for (const each of walked) {
    expectTold(each, taken);
    expectLedger(each, way);
  }
  const leaves = taken.filter(({ name }) => name === 's9.page_leave').map(secondsOf);
  const { views, timeOnPage } = await numbersOf(port);
  expect({ views, leaves: timeOnPage.leaves }).toEqual({
    views: taken.filter(({ name }) => name === 's9.page_view').length,
    leaves: leaves.length,
  });
  expect(timeOnPage.averageSeconds).toBeCloseTo(average(leaves), 6);
}

test.afterEach(killAll);

test.setTimeout(VISITS > 12 ? 0 : 180_000);

test('S-12 F-24 F-25 F-28 each granted event is in the files once, and none of what was taken back', async ({
  browser,
  world,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 's9-visits-'));
  const receiver = await startReceiver('file', folder, POLICY);
  const way = await openWay(() => receiver.port);
  await expectAllWell({ browser, world, way }, receiver.port, SEED);
  await Promise.all([way.close(), receiver.kill()]);
  await rm(folder, { recursive: true });
});

test('S-12 F-24 F-25 F-28 each granted event is in ClickHouse once, and none of what was taken back', async ({
  browser,
  world,
}) => {
  test.skip(
    !findServer('clickhouse'),
    'node scripts/servers.mjs --ensure says how to come by ClickHouse',
  );
  const [server] = await startClickHouse();
  if (!server) throw new Error('expected a server');
  const receiver = await startReceiver('clickhouse', server.url, POLICY);
  const way = await openWay(() => receiver.port);
  await expectAllWell({ browser, world, way }, receiver.port, SEED + 1);
  await Promise.all([way.close(), receiver.kill()]);
  await server.stop();
});
