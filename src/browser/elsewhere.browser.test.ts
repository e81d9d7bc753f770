// What tells a page to read the history again.
import { expect, it, vi } from 'vitest';
import { createElsewhere } from './elsewhere.ts';

function listening() {
  const elsewhere = createElsewhere();
  const news: boolean[] = [];
  elsewhere.onNews((isRestored) => news.push(isRestored));
  return { elsewhere, news };
}

it('F-16 another tab that tells is heard, and does not hear itself', async () => {
  const [here, there] = [listening(), listening()];
  there.elsewhere.tell();
  await expect.poll(() => here.news).toEqual([false]);
  expect(there.news).toEqual([]);
});

it('F-16 a page that is looked at again reads again, one that is left does not', () => {
  const { news } = listening();
  const look = vi.spyOn(document, 'visibilityState', 'get');
  look.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(news).toEqual([]);
  look.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  look.mockRestore();
  expect(news).toEqual([false]);
});

it('F-16 F-20 a page out of the cache reads again and knows where it comes from', () => {
  const { news } = listening();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(news).toEqual([]);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(news).toEqual([true]);
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
    const { elsewhere, news } = listening();
    vi.unstubAllGlobals();
    elsewhere.tell();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(news).toEqual([false]);
  },
);
