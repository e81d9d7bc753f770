// Hears what the page is told from the first moment on, so that the leak watch can come later.

import type { Announcements } from '../../core/announcements.ts';
import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { on } from '../announce/page.ts';

/** One announcement, and when it was made: milliseconds since the page was begun. */
export type Heard = {
  [T in 'ready' | 'change' | 'release']: {
    readonly type: T;
    readonly detail: Announcements[T];
    readonly atMs: number;
  };
}['ready' | 'change' | 'release'];

export interface Watched {
  readonly policy: PolicyTerms;
  /** Hosts that are the site's own besides the page's. */
  readonly ownHosts: readonly string[];
  /** Addresses the widget itself asks. */
  readonly widgetUrls: readonly string[];
  /** Grows as long as the page lives. */
  readonly heard: readonly Heard[];
  /** What a policy of the page has stopped, or reported; grows too. */
  readonly violations: readonly SecurityPolicyViolationEvent[];
}

export type WatchLeaks = (watched: Watched) => void;

/** `null` when the file is not to be had: the widget works without it. */
export type LoadWatch = () => Promise<WatchLeaks | null>;

/** The gate does not wait for the watch: a page must not behave otherwise for being watched. */
export function startWatch(load: LoadWatch, watched: Omit<Watched, 'heard' | 'violations'>): void {
  const heard: Heard[] = [];
  const atMs = (): number => performance.now();
  on('ready', (detail) => heard.push({ type: 'ready', detail, atMs: atMs() }));
  on('change', (detail) => heard.push({ type: 'change', detail, atMs: atMs() }));
  on('release', (detail) => heard.push({ type: 'release', detail, atMs: atMs() }));
  const violations: SecurityPolicyViolationEvent[] = [];
  own(document).addEventListener('securitypolicyviolation', (event) => violations.push(event));
  void load().then((watchLeaks) => watchLeaks?.({ ...watched, heard, violations }));
}
