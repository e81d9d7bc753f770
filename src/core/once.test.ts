import { expect, it, vi } from 'vitest';
import { once } from './once.ts';

it('loads at the first need, and never again', async () => {
  const loads: string[] = [];
  const load = once(async (name: string) => {
    loads.push(name);
    return { name };
  });
  expect(loads).toEqual([]);
  const first = await load('first');
  expect(await load('second')).toBe(first);
  expect(first).toEqual({ name: 'first' });
  expect(loads).toEqual(['first']);
});

it('loads once for all who ask while it is on its way', async () => {
  let loads = 0;
  const load = once(async () => ({ number: ++loads }));
  const [one, other] = await Promise.all([load(), load()]);
  expect(one).toBe(other);
  expect(loads).toBe(1);
});

it('F-34 tries again at the next need what was not to be had', async () => {
  const found = [null, null, 'file'];
  const load = once(async () => found.shift() ?? null);
  expect([await load(), await load(), await load(), await load()]).toEqual([
    null,
    null,
    'file',
    'file',
  ]);
});

it('F-34 tries again at the next need what could not be made, and says what happened', async () => {
  const fault = new Error('made wrong');
  const told: unknown[] = [];
  const made = [() => Promise.reject(fault), async () => 'made'];
  const load = once(async () => made.shift()?.() ?? null);
  // Where nobody takes it the console has it; here that would be a failed test.
  const reject = Promise.reject.bind(Promise);
  vi.spyOn(Promise, 'reject').mockImplementation((reason: unknown) => {
    told.push(reason);
    const rejected = reject<never>(reason);
    rejected.catch(() => undefined);
    return rejected;
  });
  try {
    expect(await load()).toBeNull();
  } finally {
    vi.restoreAllMocks();
  }
  expect(told).toContain(fault);
  expect(await load()).toBe('made');
});

it('of many who wait for what does not come, none forgets what the first of them asks for anew', async () => {
  let loads = 0;
  const load = once(async () => (++loads > 1 ? 'file' : null));
  const again = async () => (await load()) ?? (await load());
  expect(await Promise.all([again(), again(), again()])).toEqual(['file', 'file', 'file']);
  expect(loads).toBe(2);
});
