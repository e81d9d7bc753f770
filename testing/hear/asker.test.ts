import { expect, it } from 'vitest';
import { type Recorded, requestOf, SHOP, TRACKER } from '../fakes.ts';
import { askerOf, byOf } from './asker.ts';

const by = (recorded: Omit<Recorded, 'url'>) => byOf(requestOf({ ...recorded, url: TRACKER }));
const FRAME = { url: `${SHOP}frame.html`, isMain: false };

it('leaves open who asked in the page itself: the element is still to be found', () => {
  expect(by({})).toBeUndefined();
});

it('names a frame by its address, and leaves open one that has none yet', () => {
  expect(by({ frame: FRAME })).toBe('the frame https://shop.example/frame.html');
  expect(by({ frame: { url: '', isMain: false } })).toBeUndefined();
});

it('names a service worker by its script', () => {
  expect(by({ frame: null, serviceWorker: `${SHOP}sw.js` })).toBe(
    'the service worker https://shop.example/sw.js',
  );
});

it('names the redirect before whoever asked first', () => {
  expect(by({ frame: FRAME, redirectedFrom: `${SHOP}out` })).toBe(
    'a redirect from https://shop.example/out',
  );
});

it('takes what is in no frame for nobody’s', () => {
  const request = requestOf({ url: TRACKER, frame: null });
  expect(askerOf(request)).toEqual({ frameUrl: null, isMainFrame: false });
  expect(byOf(request)).toBeUndefined();
});
