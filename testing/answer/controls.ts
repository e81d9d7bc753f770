// The controls of the notice, as a person finds them: by being on screen.
import type { Locator, Page } from 'playwright';

const TIMEOUT_MS = 10_000;

/** Where the switch of an id stands. */
export function switchSelector(id: string): string {
  const [kind, name] = id.startsWith('service:') ? ['service', id.slice(8)] : ['purpose', id];
  return `s9-consent [data-${kind}="${name}"]`;
}

const visible = (page: Page, selector: string): Locator =>
  page.locator(selector).filter({ visible: true });

/** `accept`, `reject`, `choose`, `save`, `withdraw`. */
export const actionIn = (page: Page, action: string): Locator =>
  visible(page, `s9-consent [data-action="${action}"]`).first();

export const permanentIn = (page: Page): Locator => visible(page, 's9-consent [part~="control"]');

/** The permanent control, or one of the site's own that opens the notice. */
export const openerIn = (page: Page): Locator =>
  visible(page, 's9-consent [part~="control"], [data-consent-open]').first();

export const switchesIn = (page: Page): Locator =>
  visible(page, 's9-consent :is([data-purpose], [data-service])');

/** Services are folded under their purpose: the presses that show them. */
export const foldsIn = (page: Page): Locator =>
  visible(page, 's9-consent .services:not([open]) > summary');

/** @param name what is missed, for people. */
export async function shown(control: Locator, name: string): Promise<void> {
  await control.waitFor({ timeout: TIMEOUT_MS }).catch(() => {
    throw new Error(`The notice shows no control for "${name}": is the widget on this page?`);
  });
}
