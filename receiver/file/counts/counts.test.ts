// Numbers are those of the events, told so that nobody stands alone in a row, in bounded memory.
import { describe, expect, test } from 'vitest';
import { DAY_MS, leave, NOW_MS, proof, stored, TODAY } from '../../fakes.ts';
import type { Expiry, StoredEvent } from '../../store.ts';
import { createCounts } from './counts.ts';
import { addHash, countOf, distinct, EXACT, hashOf } from './distinct.ts';

const counted = (...events: StoredEvent[]) => {
  const counts = createCounts();
  for (const event of events) counts.add(event);
  return counts;
};

const views = (path: string, records: number, each = 1) =>
  Array.from({ length: records * each }, (_each, at) =>
    stored({
      recordId: `${path}-${at % records}`,
      attributes: { 'url.path': path, 'user_agent.name': 'Firefox', 'session.id': `s${at % 3}` },
    }),
  );

describe('k-anonymity', () => {
  test('what fewer than five records stand behind is told as one, however often it was', () => {
    const { pages, browsers } = counted(
      ...views('/many', 5),
      ...views('/few', 4, 10),
      ...views('/one', 1),
    ).stats(TODAY);
    expect(pages).toEqual({ rows: [{ name: '/many', views: 5 }], other: 41 });
    expect(browsers).toEqual({ rows: [{ name: 'Firefox', views: 46 }], other: 0 });
  });

  test('five of several days are five', () => {
    const counts = counted(
      ...views('/a', 3),
      ...views('/a', 5)
        .slice(3)
        .map((event) => ({ ...event, occurredAtMs: NOW_MS - DAY_MS })),
    );
    expect(counts.stats(TODAY).pages.rows).toEqual([]);
    expect(counts.stats({ ...TODAY, fromMs: TODAY.fromMs - DAY_MS }).pages.rows).toEqual([
      { name: '/a', views: 5 },
    ]);
  });

  test('one who is erased stands behind no row any more', () => {
    const all = views('/a', 5);
    const counts = counted(...all);
    counts.remove(all[0] as StoredEvent);
    expect(counts.stats(TODAY).pages).toEqual({ rows: [], other: 4 });
  });
});

describe('time on page', () => {
  test('has its mean and its middle', () => {
    const { timeOnPage, pages } = counted(
      ...views('/', 5),
      ...[1, 2.5, 3, 100].map((seconds) => leave(seconds)),
    ).stats(TODAY);
    expect(timeOnPage).toEqual({ leaves: 4, averageSeconds: 26.625, medianSeconds: 3 });
    expect(pages.rows).toEqual([{ name: '/', views: 5, averageSeconds: 26.625 }]);
  });

  test('is none of none', () => {
    expect(counted().stats(TODAY).timeOnPage).toEqual({
      leaves: 0,
      averageSeconds: null,
      medianSeconds: null,
    });
  });

  test('is corrected where it was counted', () => {
    const yesterday = leave(10, { occurredAtMs: NOW_MS - DAY_MS });
    const counts = counted(yesterday);
    counts.correct({ ...leave(50), id: yesterday.id }, { atMs: NOW_MS - DAY_MS, seconds: 10 });
    expect(counts.stats(TODAY).timeOnPage.averageSeconds).toBe(50);
    expect(counts.stats({ ...TODAY, fromMs: TODAY.fromMs - DAY_MS }).timeOnPage.leaves).toBe(1);
  });
});

test('visits are told apart where they say which they are', () => {
  expect(counted(...views('/', 5)).stats(TODAY)).toMatchObject({ visits: 3, visitors: 0 });
});

test('answers are those of proofs, purpose by purpose', () => {
  const { answers } = counted(
    proof('r1', 's', { analytics: 'granted', social: 'denied' }),
    proof('r2', 't', { analytics: 'denied', social: 'denied' }),
    proof('r3', 'u', {}),
  ).stats(TODAY);
  expect(answers).toEqual({
    proofs: 2,
    purposes: { analytics: { granted: 1, denied: 1 }, social: { granted: 0, denied: 2 } },
  });
});

test('the series has no gap: by the hour of a day or two, else by the day', () => {
  const counts = counted(...views('/', 2));
  const { series } = counts.stats(TODAY);
  expect(series).toHaveLength(24);
  expect(series[12]).toEqual({ fromMs: NOW_MS, views: 2 });
  const week = counts.stats({ ...TODAY, fromMs: TODAY.fromMs - 6 * DAY_MS }).series;
  expect(week.map(({ views: each }) => each)).toEqual([0, 0, 0, 0, 0, 0, 2]);
});

test('what is too old is in no number', () => {
  const counts = counted(...views('/', 5));
  const before: Expiry = {
    visitsBeforeMs: 0,
    proofsBeforeMs: 0,
    attributesBeforeMs: { 'url.path': TODAY.toMs },
  };
  counts.forget(before);
  expect(counts.stats(TODAY)).toMatchObject({ views: 5, pages: { rows: [], other: 0 } });
  counts.forget({ ...before, visitsBeforeMs: TODAY.toMs, proofsBeforeMs: TODAY.toMs });
  expect(counts.stats(TODAY).views).toBe(0);
});

test.each([EXACT, 20_000, 300_000])('%i are counted to five per cent at least', (count) => {
  const all = distinct();
  for (let each = 0; each < count; each++) addHash(all, hashOf(`0f1e2d3c-${each}`));
  expect(Math.abs(countOf(all) / count - 1)).toBeLessThan(count === EXACT ? 1e-9 : 0.05);
});
