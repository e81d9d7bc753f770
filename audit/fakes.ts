// Leaks, an inventory and settings as visits bring them. For tests only.
import type { Leak } from '../testing/judge/leak.ts';
import type { Inventory } from './inventory.ts';
import type { PageSettings } from './settings.ts';

export const PAGE = 'https://shop.example/';

export const SETTINGS: PageSettings = { policy: {}, folder: null };

export const leak = (change: Partial<Leak> = {}): Leak => ({
  kind: 'image',
  what: 'an image was fetched from tracker.example',
  url: 'https://tracker.example/a.svg?id=1',
  host: 'tracker.example',
  by: '<img id="a">',
  when: 'before the choice',
  advice: 'hold it',
  ...change,
});

export const inventory = (change: Partial<Inventory> = {}): Inventory => ({
  moment: 'before the choice',
  requests: { 'shop.example': 2 },
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  indexedDB: [],
  google: null,
  ...change,
});
