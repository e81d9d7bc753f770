// Every view a person can meet, and how to come to it from a page that asks.
import type { Locator, Page } from 'playwright/test';
import { expect } from '../../support/expect.ts';
import type { Notice } from '../../support/notice.ts';
import type { WithApi } from '../../support/public-api.ts';

export interface View {
  readonly name: string;
  /** The page asks by then. */
  come(page: Page, notice: Notice): Promise<void>;
  /** What the view is drawn in. */
  of(notice: Notice): Locator;
  /** The focus stays in it. */
  readonly isModal?: true;
}

const banner = (notice: Notice): Locator =>
  notice.element.getByRole('dialog').filter({ has: notice.page.locator('[data-action=choose]') });

/** Opens whatever is folded, as a press on each would. */
const unfold = (within: Locator): Promise<void> =>
  within.evaluate((element) => {
    for (const row of (element.shadowRoot ?? element).querySelectorAll('details')) row.open = true;
  });

const open = (page: Page, view: string): Promise<unknown> =>
  page.evaluate((name) => void (globalThis as unknown as WithApi).social9.consent.open(name), view);

async function preferences(page: Page, notice: Notice): Promise<void> {
  await open(page, 'preferences');
  await notice.rest(notice.panel.locator('[data-action="save"]'));
}

async function refused(_page: Page, notice: Notice): Promise<void> {
  await notice.reject();
  await expect(notice.permanentControl).toBeVisible();
}

export const VIEWS: readonly View[] = [
  { name: 'banner', come: (_page, notice) => notice.rest(notice.control('accept')), of: banner },
  {
    name: 'banner, rows open',
    async come(_page, notice) {
      await unfold(notice.element);
      await notice.rest(notice.control('accept'));
    },
    of: banner,
  },
  { name: 'preferences', come: preferences, of: (notice) => notice.panel, isModal: true },
  {
    name: 'preferences, folds open',
    async come(page, notice) {
      await preferences(page, notice);
      await unfold(notice.panel);
    },
    of: (notice) => notice.panel,
    isModal: true,
  },
  {
    name: 'your data, before an answer',
    async come(page, notice) {
      await open(page, 'data');
      await expect(notice.panel).toContainText('not answered yet');
    },
    of: (notice) => notice.panel,
    isModal: true,
  },
  {
    name: 'your data',
    async come(page, notice) {
      await refused(page, notice);
      await open(page, 'data');
      await expect(notice.control('erase')).toBeVisible();
    },
    of: (notice) => notice.panel,
    isModal: true,
  },
  {
    name: 'permanent control',
    come: refused,
    of: (notice) => notice.element,
  },
  {
    name: 'placeholder',
    async come(page, notice) {
      await refused(page, notice);
      await expect(notice.control('load-once')).toBeVisible();
    },
    of: (notice) => notice.placeholderIn('iframe'),
  },
];
