// For Customers' own Playwright tests: watches a page and names everything that leaks before consent.
export type { ConsentWatch, WatchOptions } from './api.ts';
export type { Expected } from './declared.ts';
export type { Leak } from './judge.ts';
export type { Settle } from './quiet.ts';
export { watchConsent } from './watch-consent.ts';
