// What a store counts: each event once, and what it tells of them.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { DAY, DAY_MS, leave, NOON_MS, times, view } from './events.ts';

export function counts({ empty, again }: Bench): void {
  it('F-28 counts an event once, however often it comes, before and after a restart', async () => {
    const store = await empty();
    const one = view('/');
    await store.write([one, one]);
    await store.write([one, view('/')]);
    expect(await store.stats(DAY)).toMatchObject({ views: 2 });
    const later = await again(store);
    await later.write([one]);
    expect(await later.stats(DAY)).toMatchObject({ views: 2 });
  });

  it('keeps of a repeated view what came first', async () => {
    const store = await empty();
    const records = times(5, () => randomUUID());
    const views = records.map((recordId) => view('/first', { recordId }));
    await store.write(views);
    await store.write(
      views.map(({ id, recordId }) =>
        view('/second', { id, recordId, receivedAtMs: NOON_MS + 9000 }),
      ),
    );
    const { pages } = await store.stats(DAY);
    expect(pages).toEqual({ rows: [{ name: '/first', views: 5 }], other: 0 });
  });

  it('F-28 corrects a leave upwards alone', async () => {
    const store = await empty();
    const [up, down] = [leave('/', 3), leave('/', 50)];
    await store.write([up, down]);
    await store.write([leave('/', 40.5, { id: up.id }), leave('/', 7, { id: down.id })]);
    const expected = { leaves: 2, averageSeconds: 45.25 };
    expect((await store.stats(DAY)).timeOnPage).toMatchObject(expected);
    expect((await (await again(store)).stats(DAY)).timeOnPage).toMatchObject(expected);
  });

  it('counts a leave once that was corrected on the next day', async () => {
    const store = await empty();
    const first = leave('/', 3, { occurredAtMs: DAY.toMs - 1 });
    await store.write([first]);
    await store.write([leave('/', 9, { id: first.id, occurredAtMs: DAY.toMs + 1 })]);
    const [before, both] = await Promise.all([
      store.stats(DAY),
      store.stats({ fromMs: DAY.fromMs, toMs: DAY.toMs + DAY_MS }),
    ]);
    expect(before.timeOnPage.leaves).toBeLessThan(2);
    expect(both.timeOnPage).toMatchObject({ leaves: 1, averageSeconds: 9 });
  });

  it('gives averages, medians and hours of a day without a gap', async () => {
    const store = await empty();
    expect(await store.stats(DAY)).toMatchObject({
      views: 0,
      timeOnPage: { leaves: 0, averageSeconds: null, medianSeconds: null },
    });
    await store.write([
      view('/', { occurredAtMs: DAY.fromMs }),
      view('/', { occurredAtMs: DAY.toMs - 1 }),
      view('/', { occurredAtMs: DAY.toMs }),
      view('/', { occurredAtMs: DAY.fromMs - 1 }),
      ...[10, 20, 30, 1000].map((seconds) => leave('/', seconds)),
    ]);
    const stats = await store.stats(DAY);
    expect(stats).toMatchObject({
      views: 2,
      timeOnPage: { leaves: 4, averageSeconds: 265, medianSeconds: 25 },
    });
    expect(stats.series).toHaveLength(24);
    expect(stats.series.map(({ views }) => views).filter(Boolean)).toEqual([1, 1]);
    const week = { fromMs: DAY.fromMs - 3 * DAY_MS, toMs: DAY.toMs + 3 * DAY_MS };
    expect((await store.stats(week)).series.map(({ views }) => views)).toEqual([
      0, 0, 1, 2, 1, 0, 0,
    ]);
  });

  it('L-26 tells no fewer than five records apart', async () => {
    const store = await empty();
    const one = randomUUID();
    await store.write([
      ...times(5, () => view('/five')),
      ...times(4, () => view('/four')),
      ...times(30, () => view('/one', { recordId: one })),
    ]);
    const { pages, views } = await store.stats(DAY);
    expect(views).toBe(39);
    expect(pages).toEqual({ rows: [{ name: '/five', views: 5 }], other: 34 });
  });

  it('takes texts that are none, and loses no other event by them', async () => {
    const store = await empty();
    await store.write([view('/\ud800'), view('/'), view('/\u2028\u0000"\'\\')]);
    expect(await store.stats(DAY)).toMatchObject({ views: 3 });
  });

  it('F-28 counts what many write at once', async () => {
    const store = await empty();
    const views = times(300, () => view('/'));
    await Promise.all(times(30, (index) => store.write(views.slice(index * 10, index * 10 + 20))));
    expect(await store.stats(DAY)).toMatchObject({
      views: 300,
      pages: { rows: [{ views: 300 }] },
    });
  });
}
