// What somebody with a hand on the database does, and what then must be true of the page.
import type { Page } from 'playwright/test';
import { test as base, expect } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';
import type { StoredRecord } from '../../support/records.ts';

export { expect } from '../../support/fixture.ts';

export type History = StoredRecord[];

export const faultsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { faults: string[] }).faults);
export const exported = (page: Page): ReturnType<Consent['export']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());
export const erase = (page: Page): ReturnType<Consent['erase']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());
export const receiptOf = (page: Page): ReturnType<Consent['receipt']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.receipt());
export const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** What the page runs behind all others. */
export const LAST = 'inline';

interface Steps {
  /** A page of the site without the widget, where others' scripts are at work. */
  quiet: () => Promise<void>;
  /** Gives these answers, one after another. */
  answer: (...answers: readonly ('accept' | 'reject' | 'withdraw')[]) => Promise<History>;
  /** The page is opened anew: nobody is taken to have said yes, and nothing leaves. */
  grantsNothing: () => Promise<void>;
  /** A new answer is kept, and the next page goes by it. */
  nextAnswerCounts: (answer: 'accept' | 'reject') => Promise<void>;
}

export const test = base.extend<Steps>({
  quiet: ({ visit }, use) => use(() => visit('<p>Quiet</p>', { tag: false, at: '/quiet' })),
  answer: ({ visit, notice, ran, records, world }, use) =>
    use(async (...answers) => {
      await visit();
      for (const [index, answer] of answers.entries()) {
        if (index > 0) await notice.permanentControl.click();
        await notice.press(answer);
        await expect.poll(records).toHaveLength(index + 1);
        // The answer has been followed, files and all, when the notice is gone.
        await notice.isSilent();
        // What may be sent has been sent before anybody counts.
        const views = answers.slice(0, index + 1).filter((each) => each === 'accept').length;
        await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(views);
        if (views > 0) await expect.poll(ran).toContain(LAST);
      }
      return records();
    }),
  grantsNothing: ({ page, visit, notice, ran, state, world }, use) =>
    use(async () => {
      const left = () => [
        world.thirdParty.hits().length,
        world.receiver.events('s9.page_view').length,
      ];
      const before = left();
      await visit();
      await notice.asks();
      const { decided, recordId, purposes, services } = await state();
      expect({ decided, recordId }).toEqual({ decided: false, recordId: null });
      expect(purposes).toMatchObject({ analytics: false, social: false });
      expect(Object.values(services)).not.toContain(true);
      // Whatever had been let go would be gone by now.
      await page.evaluate(() => fetch('/'));
      expect(await ran()).toEqual([]);
      expect(left()).toEqual(before);
    }),
  nextAnswerCounts: ({ page, visit, notice, ran, records, state }, use) =>
    use(async (answer) => {
      const newest = async () => (await records()).at(-1);
      const before = (await newest())?.recordId;
      await notice.press(answer);
      // What was edited may have been an answer like this one.
      await expect.poll(async () => (await newest())?.recordId === before).toBe(false);
      await expect.poll(async () => (await newest())?.source).toBe(`${answer}-all`);
      await visit();
      const isYes = answer === 'accept';
      await expect(notice.permanentControl).toBeVisible();
      await expect.poll(state).toMatchObject({
        decided: true,
        purposes: { analytics: isYes },
        storage: 'indexeddb',
      });
      await notice.isSilent();
      expect(await faultsOn(page)).toEqual([]);
      if (isYes) await expect.poll(ran).toContain(LAST);
      else expect(await ran()).toEqual([]);
    }),
});
