// A site that wants a proof of each choice, and its receiver.
import type { Page } from 'playwright/test';
import { test as base, settings } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';

export { expect } from '../../support/fixture.ts';

export const HOUR_MS = 3_600_000;

export const exported = (page: Page): ReturnType<Consent['export']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());

interface Steps {
  /** Opens a page of the site. */
  read: (page?: Page) => Promise<void>;
  /** What of each proof has reached the receiver, oldest first. */
  proofs: () => readonly Readonly<Record<string, unknown>>[];
  /** Whatever this page had to send has been sent. */
  sentAll: (page?: Page) => Promise<void>;
}

export const test = base.extend<Steps>({
  read: ({ page, visit, world, law }, use) => {
    law.aboutToGrant();
    const proofEndpoint = `${world.receiver.origin}/proof`;
    return use((other = page) =>
      visit(`${settings({ proofEndpoint })}{{tag}}<p>Shoes</p>`, {
        at: '/shoes?email=ann@mail.example',
        page: other,
      }),
    );
  },
  proofs: ({ world }, use) =>
    use(() => world.receiver.events('s9.choice').map(({ attributes }) => attributes)),
  sentAll: ({ page, world }, use) =>
    use(async (other = page) => {
      // The permanent control is there once the stored choice has been read, and then files come.
      await other.waitForLoadState('networkidle');
      await other.evaluate(
        (url) => fetch(url, { method: 'POST', body: '{}' }),
        `${world.receiver.origin}/last`,
      );
    }),
});
