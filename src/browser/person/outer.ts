// The widget of a page of the same site around this one: it asks for both.
import type { Consent } from '../../core/consent.ts';

/** Where a page keeps its widget: one that sets `window.social9` anew does not get a second one (F-32). */
export const RUNNING = Symbol.for('social9.consent');

export type Page = Window & { [RUNNING]?: Consent };

/** The nearest one, as far out as the pages are of this origin; asked at each need, for it can come later. */
export function outerConsent(): Consent | undefined {
  try {
    for (let page: Page = window; page !== page.parent; ) {
      page = page.parent;
      if (page[RUNNING]) return page[RUNNING];
    }
  } catch {
    // Another site's page.
  }
  return undefined;
}
