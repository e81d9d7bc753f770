// What the leak watch has named on a page, told by its events.
import type { Page } from 'playwright/test';

export interface Named {
  readonly action: 'request' | 'markup';
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

const allOn = (page: Page): Promise<readonly Named[]> =>
  page.evaluate(() => [...(globalThis as unknown as { named: Named[] }).named]);

/** Requests that were named. */
export const namedOn = async (page: Page): Promise<readonly Named[]> =>
  (await allOn(page)).filter(({ action }) => action === 'request');

/** Marked elements that were named, each as `reason element path`. */
export const markedOn = async (page: Page): Promise<readonly string[]> =>
  (await allOn(page))
    .filter(({ action }) => action === 'markup')
    .map(({ reason, element, url }) => `${reason} ${element} ${new URL(url).pathname}`)
    .toSorted();
