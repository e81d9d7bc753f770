// Says to Google and Microsoft that nothing is granted, before anything else of the page can ask them.

/** What vendors' scripts read, before and after they have come. */
export interface Queue {
  push(...entries: unknown[]): unknown;
}

/** The page's own queue of that name, made where there is none. */
export function queueOf(name: 'dataLayer' | 'uetq' | '_paq'): Queue {
  const page = window as unknown as Record<string, Queue | undefined>;
  // An element of that name is no queue.
  if (typeof page[name]?.push !== 'function') page[name] = [];
  return page[name] as Queue;
}

/** Google's tags read the Arguments object itself, and pass over an array in silence. */
export function gtag(..._command: unknown[]): void {
  queueOf('dataLayer').push(arguments);
}

/** How long Google's tags wait for the stored choice. */
const WAIT_MS = 500;

/**
 * @param names receivers, with spaces between.
 * @param waitMs how long Google's tags wait for an update; what is no time is the default.
 */
export function sayDenied(names = '', waitMs?: string | number): void {
  try {
    if (/\bgoogle\b/.test(names)) {
      gtag('consent', 'default', {
        ad_storage: 'denied',
        ad_user_data: 'denied',
        ad_personalization: 'denied',
        analytics_storage: 'denied',
        functionality_storage: 'denied',
        personalization_storage: 'denied',
        security_storage: 'denied',
        wait_for_update: Number(waitMs) >= 0 ? Number(waitMs) : WAIT_MS,
      });
    }
    if (/\bmicrosoft\b/.test(names)) {
      queueOf('uetq').push('consent', 'default', { ad_storage: 'denied' });
    }
  } catch (fault) {
    // A queue of the page's that throws stops no gate.
    console.error(fault);
  }
}
