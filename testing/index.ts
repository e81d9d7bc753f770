// For Customers' own Playwright tests: watches a page and names everything that leaks before consent.
export type { ConsentWatch } from './api.ts';
export type { Expected } from './declared/declared.ts';
export type { Leak } from './judge/leak.ts';
export type { WatchOptions } from './options.ts';
export type { Settle } from './settle/settle.ts';
export { watchConsent } from './watch-consent.ts';
