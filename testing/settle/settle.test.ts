import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Traffic } from '../hear/traffic.ts';
import { settle } from './settle.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** What was done, and when in milliseconds of the fake clock. */
function stage(load: () => Promise<unknown>, open = 0) {
  const done: string[] = [];
  const note = (what: string) => void done.push(`${what} at ${Date.now()}`);
  const page = { waitForLoadState: (state: string) => (note(state), load()) } as unknown as Page;
  const activity = { open, count: 0 };
  const headersRead = () => Promise.resolve(note('headers'));
  return { page, traffic: { activity, headersRead } as unknown as Traffic, done, note };
}

it('waits for the page, then for what the test does, then for quiet, then for headers', async () => {
  const { page, traffic, done, note } = stage(() => Promise.resolve());
  const settled = settle(page, traffic, { until: (given) => note(`until ${given === page}`) });
  await vi.runAllTimersAsync();
  await settled;
  expect(done).toEqual(['load at 0', 'until true at 0', 'headers at 500']);
});

it('waits so long for an answer, unless told otherwise', async () => {
  const { page, traffic, done } = stage(() => Promise.resolve(), 1);
  const settled = settle(page, traffic);
  await vi.runAllTimersAsync();
  await settled;
  expect(done.at(-1)).toBe('headers at 3000');
});

it('takes its times from the test', async () => {
  const { page, traffic, done } = stage(() => Promise.resolve());
  const settled = settle(page, traffic, { quietMs: 150 });
  await vi.runAllTimersAsync();
  await settled;
  expect(done.at(-1)).toBe('headers at 150');
});

it('goes on where the page never loads, with what is known by then', async () => {
  const { page, traffic, done } = stage(() => new Promise(() => undefined));
  const settled = settle(page, traffic);
  await vi.runAllTimersAsync();
  await settled;
  expect(done.at(-1)).toBe('headers at 10050');
});
