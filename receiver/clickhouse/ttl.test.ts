import { expect, it } from 'vitest';
import { DAY_MS, NOON_MS } from '../contract/events.ts';
import { knowsTtl, ttlStatements } from './ttl.ts';

const days = (count: number): number => NOON_MS - count * DAY_MS;
const BEFORE = { visitsBeforeMs: days(760), proofsBeforeMs: days(180), attributesBeforeMs: {} };
const place = { database: 'site' };

it.each([
  ['18.16.1', false],
  ['19.17.2.4', false],
  ['20.1.2.4', true],
  ['26.7.2.1', true],
])('asks %s for a TTL: %s', (version, expected) => {
  expect(knowsTtl(version)).toBe(expected);
});

it('L-29 lets no row go before its time, and none stay a fortnight longer', () => {
  expect(ttlStatements(place, BEFORE, NOON_MS)).toEqual([
    'ALTER TABLE site.visits MODIFY TTL toDateTime(intDiv(received_ms, 1000)) + INTERVAL 770 DAY',
    'ALTER TABLE site.proofs MODIFY TTL toDateTime(intDiv(received_ms, 1000)) + INTERVAL 189 DAY',
  ]);
});

it('L-29 has a TTL for each column that goes before its row', () => {
  const attributesBeforeMs = {
    'url.path': days(760),
    'session.id': days(30),
    's9.visible_seconds': days(90),
    unknown: days(1),
  };
  expect(ttlStatements(place, { ...BEFORE, attributesBeforeMs }, NOON_MS).slice(2)).toEqual([
    'ALTER TABLE site.visits MODIFY COLUMN session String TTL toDateTime(intDiv(received_ms, 1000)) + INTERVAL 42 DAY',
    'ALTER TABLE site.visits MODIFY COLUMN visible_seconds Nullable(Float64) TTL toDateTime(intDiv(received_ms, 1000)) + INTERVAL 98 DAY',
  ]);
});

it('has none where there is no end', () => {
  const never = Number.NEGATIVE_INFINITY;
  expect(
    ttlStatements(
      place,
      { visitsBeforeMs: never, proofsBeforeMs: 0, attributesBeforeMs: { 'url.path': never } },
      NOON_MS,
    ),
  ).toEqual([]);
});

it('alters what a cluster has on each server', () => {
  const cluster = { name: 's9', replicated: true };
  expect(ttlStatements({ ...place, cluster }, BEFORE, NOON_MS)[0]).toContain('site.visits_local');
});
