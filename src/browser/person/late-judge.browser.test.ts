// The judge is fetched when there is something to judge, and until it has come nothing is granted.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CreateJudge, lateJudge } from './late-judge.ts';

let host: HTMLElement;
let control: HTMLElement;
const judge = Object.assign(
  vi.fn(() => true),
  { watch: vi.fn() },
);
const create = vi.fn(() => judge) as unknown as CreateJudge;
const load = vi.fn(async (): Promise<CreateJudge | null> => create);

beforeEach(() => {
  vi.clearAllMocks();
  host = document.createElement('s9-consent');
  host.style.cssText = 'position:fixed;left:20px;top:20px;display:block';
  control = document.createElement('button');
  control.dataset['action'] = 'accept';
  host.attachShadow({ mode: 'open' }).append(control);
});
afterEach(() => host.remove());

it('F-45 a press grants nothing before the judge has come, and asks for it', async () => {
  const isFair = lateJudge(load)();
  expect([isFair(control, true), isFair(control, false)]).toEqual([false, false]);
  await expect.poll(() => isFair(control, true)).toBe(true);
  expect(judge).toHaveBeenCalledWith(control, true);
  expect(create).toHaveBeenCalledTimes(1);
});

it('a switch grants nothing by itself: it can be turned before the judge has come', async () => {
  const isFair = lateJudge(load)();
  const turned = document.createElement('input');
  host.shadowRoot?.append(turned);
  expect([isFair(turned, true), isFair(turned, false)]).toEqual([true, true]);
  expect(isFair(control, true)).toBe(false);
});

it('F-34 a judge that cannot be had grants nothing, and each press asks for it again', async () => {
  load.mockResolvedValueOnce(null).mockResolvedValueOnce(null);
  const isFair = lateJudge(load)();
  for (const times of [1, 2]) {
    expect(isFair(control, true)).toBe(false);
    await expect.poll(() => load.mock.settledResults.length).toBe(times);
  }
  isFair(control, true);
  await expect.poll(() => isFair(control, true)).toBe(true);
});

it('it is fetched when a control has been painted, and then watches', async () => {
  const isFair = lateJudge(load)();
  isFair.watch?.();
  document.body.append(host);
  isFair.watch?.();
  expect(load).not.toHaveBeenCalled();
  await expect.poll(() => load.mock.calls.length).toBe(1);
  await expect.poll(() => isFair(control, true)).toBe(true);
  isFair.watch?.();
  expect(judge.watch).toHaveBeenCalledTimes(1);
});

it('it is not fetched for what is out of the window, and is when that comes into it', async () => {
  host.style.top = '9999px';
  document.body.append(host);
  const seen = vi.fn();
  lateJudge(load)(() => [host]).watch?.();
  // The same browser tells both in turn.
  const after = new IntersectionObserver(seen);
  after.observe(control);
  await expect.poll(() => seen.mock.calls.length).toBe(1);
  expect(load).not.toHaveBeenCalled();
  host.style.top = '20px';
  await expect.poll(() => load.mock.calls.length).toBe(1);
});
