// What the leak watch has named on a page, told by its events.
import type { Page } from 'playwright/test';

export interface Named {
  readonly url: string;
  readonly reason: string;
  readonly blocked: boolean;
  readonly service?: string;
  /** Local name of the element, empty where there is none. */
  readonly element: string;
}

/** Runs in the page before anything else. */
function keepNamed(): void {
  const named: Named[] = [];
  Object.assign(globalThis, { named });
  document.addEventListener('s9:refused', (event) => {
    const { detail } = event as CustomEvent<Omit<Named, 'element'> & { element?: Element }>;
    named.push({ ...detail, element: detail.element?.localName ?? '' });
  });
}

export const keepNamedOn = (page: Page): Promise<unknown> => page.addInitScript(keepNamed);

export const namedOn = (page: Page): Promise<readonly Named[]> =>
  page.evaluate(() => [...(globalThis as unknown as { named: Named[] }).named]);
