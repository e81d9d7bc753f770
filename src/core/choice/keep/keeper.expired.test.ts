// That a choice ran out is recorded once, and of nothing else.
import { describe, expect, it } from 'vitest';
import { NO, page, type Records, sourcesOf } from './fakes.ts';

describe('F-31 that a choice ran out', () => {
  /** A page whose choice has run out. */
  async function expired() {
    const made = page();
    const [yes] = await made.keep();
    made.clock.ms = yes?.expiresAt ?? 0;
    made.said.length = 0;
    return made;
  }

  it('is recorded, linked, as a choice that never counts', async () => {
    const { expire, disk, said } = await expired();
    await expire();
    const [yes, end] = disk.history as Records;
    expect(end).toMatchObject({
      source: 'expired',
      input: 'script',
      expiresAt: 0,
      purposes: { necessary: true, analytics: false },
      previous: yes?.hash,
    });
    expect(said).toEqual([]);
  });

  it('is not recorded a millisecond before', async () => {
    const { expire, clock, disk } = await expired();
    clock.ms--;
    await expire();
    expect(sourcesOf(disk)).toEqual(['custom']);
  });

  it('F-30 is not recorded where a page has broken the clock', async () => {
    const { expire, clock, disk } = await expired();
    clock.ms = Number.NaN;
    await expire();
    expect(sourcesOf(disk)).toEqual(['custom']);
  });

  it('is recorded once', async () => {
    const { expire, disk, read } = await expired();
    await expire();
    read(disk.history);
    await expire();
    expect(sourcesOf(disk)).toEqual(['custom', 'expired']);
  });

  it('is not recorded over an answer that was faster', async () => {
    const { expire, keep: answer, disk, known, read } = await expired();
    const before = known();
    await answer(NO);
    read(before);
    await expire();
    expect(sourcesOf(disk)).toEqual(['custom', 'withdraw']);
  });

  it.each([
    ['F-10 a later widget', { shape: 2 }],
    ['nobody who says when it ends', { expiresAt: undefined }],
  ])('is not recorded of a choice made by %s', async (_whom, change) => {
    const { expire, disk, known, read } = await expired();
    read([{ ...known()[0], ...change }]);
    await expire();
    expect(sourcesOf(disk)).toEqual(['custom']);
  });

  it.each([null, 'junk', 7, undefined])('F-11 is not recorded of %j', async (entry) => {
    const { expire, disk, read } = await expired();
    disk.history = entry === undefined ? [] : [entry];
    read(disk.history);
    const before = disk.history;
    await expire();
    expect(disk.history).toBe(before);
  });

  it('F-01 breaks nothing where it cannot be', async () => {
    const { expire, disk } = await expired();
    disk.gate = Promise.reject(new Error('no space'));
    await expect(expire()).resolves.toBeUndefined();
    expect(sourcesOf(disk)).toEqual(['custom']);
  });
});
