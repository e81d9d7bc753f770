import type { Locator } from 'playwright';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { glance, rest } from './rest.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

let looks = 0;
let trials = 0;

/** The control stands where `placeAt` says; `null` is not on screen. */
function controlAt(placeAt: (ms: number) => number | null): Locator {
  [looks, trials] = [0, 0];
  return {
    hover() {
      trials++;
      return Promise.resolve();
    },
    isVisible: () => Promise.resolve(placeAt(Date.now()) !== null),
    boundingBox() {
      looks++;
      return Promise.resolve({ x: placeAt(Date.now()), y: 0 });
    },
  } as unknown as Locator;
}

/** How long it takes. */
async function rested(...given: Parameters<typeof rest>): Promise<number> {
  const beganMs = Date.now();
  let endedMs = Number.NaN;
  void rest(...given).then(() => (endedMs = Date.now()));
  await vi.advanceTimersByTimeAsync(5_000);
  return endedMs - beganMs;
}

it('looks until the control has been in one place for longer than a press needs', async () => {
  expect(await rested(controlAt(() => 8))).toBe(600);
  expect([trials, looks]).toEqual([1, 4]);
});

it('begins anew when the control moves', async () => {
  expect(await rested(controlAt((ms) => (ms < 500 ? 8 : 9)))).toBe(1_200);
});

it('counts from an earlier look, while the control is where it was then', async () => {
  const still = controlAt(() => 8);
  const seen = await glance(still);
  vi.setSystemTime(400);
  expect(await rested(still, seen)).toBe(200);
  vi.setSystemTime(9_000);
  expect(await rested(still, seen)).toBe(0);
});

it('counts from its own look where the control was elsewhere, or nowhere', async () => {
  const moved = controlAt((ms) => (ms < 400 ? 8 : 9));
  const there = await glance(moved);
  vi.setSystemTime(700);
  expect(await rested(moved, there)).toBe(600);
  vi.setSystemTime(0);
  const late = controlAt((ms) => (ms < 400 ? null : 9));
  const nowhere = await glance(late);
  vi.setSystemTime(700);
  expect(await rested(late, nowhere)).toBe(600);
});
