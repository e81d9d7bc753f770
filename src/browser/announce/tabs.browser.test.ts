// What tells a page to read the history again.
import { expect, it, vi } from 'vitest';
import { createTabs } from './tabs.ts';

function listening() {
  const tabs = createTabs();
  const told: boolean[] = [];
  tabs.onTold((isRestored) => told.push(isRestored));
  return { tabs, told };
}

it('F-16 another tab that tells is heard, and does not hear itself', async () => {
  const [here, there] = [listening(), listening()];
  there.tabs.tell();
  await expect.poll(() => here.told).toEqual([false]);
  expect(there.told).toEqual([]);
});

it('F-16 a page that is looked at again reads again, one that is left does not', () => {
  const { told } = listening();
  const look = vi.spyOn(Document.prototype, 'visibilityState', 'get');
  look.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(told).toEqual([]);
  look.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  look.mockRestore();
  expect(told).toEqual([false]);
});

it('F-16 F-20 a page out of the cache reads again and knows where it comes from', () => {
  const { told } = listening();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(told).toEqual([]);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(told).toEqual([true]);
});

it.each([
  ['is missing', undefined],
  [
    'throws',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
] as const)(
  'F-01 F-16 where the channel %s, nothing breaks and the page still reads again',
  (_how, channel) => {
    vi.stubGlobal('BroadcastChannel', channel);
    const { tabs, told } = listening();
    vi.unstubAllGlobals();
    tabs.tell();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual([false]);
  },
);
