// One way for a page to speak to a tracker, and what the helper must say of it.
import type { Page } from 'playwright/test';
import type { Files } from './leaky-site.ts';

export interface LeakyPage {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  /** Found in the message. */
  readonly says: RegExp;
  readonly reaches?: string;
  readonly files?: Files;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: (page: Page) => Promise<unknown>;
  /** Others cannot be in one page with it. */
  readonly isAlone?: true;
}

/** The tracker's address, filled in when the page is served. */
export const T = '{tracker}';
