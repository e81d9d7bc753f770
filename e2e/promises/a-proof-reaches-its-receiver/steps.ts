// A site that wants a proof of each choice, and its receiver.
import type { Page } from 'playwright/test';
import { test as base, expect, settings } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';

export { expect };

export const HOUR_MS = 3_600_000;

export const exported = (page: Page): ReturnType<Consent['export']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());

interface Steps {
  /** Opens a page of the site. */
  read: (page?: Page) => Promise<void>;
  /** What of each proof has reached the receiver, oldest first. */
  proofs: () => readonly Readonly<Record<string, unknown>>[];
  /** A no is pressed while the receiver answers like that; its proof has been tried once. */
  refuseWhile: (status: number, retryAfterS?: number) => Promise<void>;
  /** Opens a page of the site after a choice; whatever it had to send at once has been sent. */
  readOn: (page?: Page) => Promise<void>;
  /** Whatever this page had to send at once has been sent. */
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
  refuseWhile: ({ read, notice, records, world, law, proofs }, use) =>
    use(async (status, retryAfterS) => {
      law.allow('consoleErrors', new RegExp(String(status)));
      const headers = {
        'retry-after': String(retryAfterS),
        'access-control-expose-headers': 'Retry-After',
      };
      world.receiver.answerWith({ status, headers: retryAfterS === undefined ? {} : headers });
      await read();
      await notice.reject();
      await expect.poll(records).toHaveLength(1);
      await expect.poll(proofs).toHaveLength(1);
    }),
  readOn: ({ page, read, noticeOn, sentAll }, use) =>
    use(async (other = page) => {
      await read(other);
      await expect(noticeOn(other).permanentControl).toBeVisible();
      await sentAll(other);
    }),
  sentAll: ({ page, world }, use) =>
    use(async (other = page) => {
      await other.waitForLoadState('networkidle');
      await other.evaluate(
        (url) => fetch(url, { method: 'POST', body: '{}' }),
        `${world.receiver.origin}/last`,
      );
    }),
});
