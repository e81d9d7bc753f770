import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { idle } from './idle.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const PATIENCE = { quietMs: 500, answerMs: 3_000, deadlineMs: 10_000 };

/** When, in milliseconds of the fake clock, the network counted as idle. */
async function idleAt(
  activity: { open: number; count: number },
  changes: Readonly<Record<number, Partial<typeof activity>>> = {},
  patience = PATIENCE,
): Promise<number> {
  const doneAtMs: number[] = [];
  void idle(activity, patience).then(() => doneAtMs.push(Date.now()));
  while (doneAtMs.length === 0) {
    await vi.advanceTimersByTimeAsync(10);
    Object.assign(activity, changes[Date.now()]);
  }
  expect(vi.getTimerCount()).toBe(0);
  return doneAtMs[0] ?? -1;
}

it('is idle when nothing has happened for so long', async () => {
  expect(await idleAt({ open: 0, count: 3 })).toBe(500);
});

it('begins anew whenever something begins or ends', async () => {
  expect(await idleAt({ open: 0, count: 0 }, { 410: { count: 1 } })).toBe(950);
});

it('waits longer for an answer that is still to come', async () => {
  expect(await idleAt({ open: 1, count: 1 })).toBe(3_000);
  const answered = { 1_010: { open: 0, count: 2 } };
  vi.setSystemTime(0);
  expect(await idleAt({ open: 1, count: 1 }, answered)).toBe(1_550);
});

it('never waits shorter for an answer than for quiet', async () => {
  const patience = { ...PATIENCE, answerMs: 100 };
  expect(await idleAt({ open: 1, count: 1 }, {}, patience)).toBe(500);
});

it('goes on at the deadline, as for a page that polls', async () => {
  const polls = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [index * 100, { count: index }]),
  );
  expect(await idleAt({ open: 0, count: 0 }, polls, { ...PATIENCE, deadlineMs: 2_000 })).toBe(
    2_000,
  );
});
