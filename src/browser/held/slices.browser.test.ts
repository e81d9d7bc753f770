// Between two slices the browser does what else there is, and no clock keeps the next one back.
import { expect, it, vi } from 'vitest';
import { createSlices } from './slices.ts';

it('a slice is spent after a few milliseconds, and the next one is not', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const { begin, isSpent, next } = createSlices();
  begin();
  expect(isSpent()).toBe(false);
  vi.advanceTimersByTime(9);
  expect(isSpent()).toBe(true);
  // No timer of the page's would ever fire here.
  await next();
  expect(isSpent()).toBe(false);
  vi.useRealTimers();
});

it('whoever waits goes on in turn, after what the page has put in line', async () => {
  const { next } = createSlices();
  const order: string[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => void order.push('page');
  channel.port2.postMessage(0);
  await Promise.all(['first', 'second'].map((who) => next().then(() => order.push(who))));
  expect(order).toEqual(['page', 'first', 'second']);
});
