// What these specs test, in one place: the helper as a Customer imports it.
export type { ConsentWatch, Leak, WatchOptions } from '../../testing/index.ts';
export { watchConsent } from '../../testing/index.ts';
