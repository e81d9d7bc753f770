import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from './within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is the value of what comes in time, and lets go of the clock', async () => {
  expect(await within(1_000, Promise.resolve('here'))).toBe('here');
  expect(vi.getTimerCount()).toBe(0);
});

it('is nothing where that fails', async () => {
  expect(await within(1_000, Promise.reject(new Error('gone')))).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

it('is nothing where that never comes, and not before its time', async () => {
  const done = vi.fn<(value: unknown) => void>();
  void within(1_000, new Promise(() => undefined)).then(done);
  await vi.advanceTimersByTimeAsync(999);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalledWith(undefined);
});
