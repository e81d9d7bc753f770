// Forms as Customers write them, and what their server was sent.
import type { Locator, Page } from 'playwright/test';
import type { HostPage } from '../../support/host-page.ts';

/** @param fallback the Customer's own box, for pages without the widget. */
export const newsletter = (fallback = '', attributes = ''): string => `
  <form action="/subscribe" method="post" ${attributes}>
    <p><label>Address <input name="email" type="email" required></label></p>
    <div data-consent-notice="newsletter">${fallback}</div>
    <input type="hidden" name="consent" data-consent-record="newsletter">
    <p><button>Subscribe</button></p>
  </form>`;

export const FALLBACK =
  '<label><input type="checkbox" name="agreed" required> Send me the newsletter</label>';

export const boxOf = (page: Page | Locator): Locator =>
  page.getByRole('checkbox', { name: 'Send me the newsletter by e-mail' });

export const held = (page: Page | Locator): Locator =>
  page.locator('[data-consent-notice] [role=status]');

/** The fields of each form that arrived there. */
export const sentTo = (host: HostPage, path = '/subscribe'): Record<string, string>[] =>
  host
    .requests()
    .filter(({ line }) => line === `POST ${path}`)
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
